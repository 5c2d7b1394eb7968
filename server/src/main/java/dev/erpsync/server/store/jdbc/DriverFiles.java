package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.store.StoreException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the driver unpacks its native library: beside the store, so that what a killed process left
 * behind is found and removed. Left to itself the driver would pile up copies in the system's
 * folder for temporary files.
 */
final class DriverFiles {
  private static final String PROPERTY = "org.sqlite.tmpdir";

  private final Path folder;

  private DriverFiles(Path folder) {
    this.folder = folder;
  }

  /** The folder below a data directory, made and emptied; the caller holds the directory's lock. */
  static DriverFiles in(Path data) {
    var files = new DriverFiles(data.resolve("driver"));
    try {
      Files.createDirectories(files.folder);
    } catch (IOException e) {
      throw new StoreException("cannot write into the data directory " + data, e);
    }
    files.delete();
    System.setProperty(PROPERTY, files.folder.toString());
    return files;
  }

  /** A folder of its own, for a command that runs beside a server on the same directory. */
  static DriverFiles ofACommand() {
    try {
      var files = new DriverFiles(Files.createTempDirectory("erpsync-driver"));
      System.setProperty(PROPERTY, files.folder.toString());
      files.folder.toFile().deleteOnExit();
      return files;
    } catch (IOException e) {
      throw new StoreException("cannot write into the folder for temporary files", e);
    }
  }

  /** Removes what is there, as far as the operating system lets go of it. */
  void delete() {
    File[] left = folder.toFile().listFiles();
    if (left != null) {
      for (File file : left) {
        if (!file.delete()) {
          file.deleteOnExit();
        }
      }
    }
  }
}
