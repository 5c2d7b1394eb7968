package dev.erpsync.conformance.pages;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** A folder of pages, with its subfolders. Names that begin with a dot are left out. */
record PageFolder(Path path) {

  /**
   * The files, sorted by {@link #name}. A subfolder that cannot be listed counts as a file, so that
   * it is reported and not passed over.
   *
   * @throws PageFolderException when there is no such folder, or no file in it
   */
  List<Path> files() {
    if (!Files.isDirectory(path)) {
      throw new PageFolderException("there is no folder " + path.toAbsolutePath());
    }
    var files = new Collector();
    try {
      Files.walkFileTree(path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, files);
    } catch (IOException e) {
      throw new PageFolderException("cannot list the folder " + path.toAbsolutePath(), e);
    }
    if (files.found.isEmpty()) {
      throw new PageFolderException("there is no page in the folder " + path.toAbsolutePath());
    }
    files.found.sort(Comparator.comparing(this::name));
    return files.found;
  }

  /** The path of a file within the folder, with slashes: the file name, but for subfolders. */
  String name(Path file) {
    return path.relativize(file).toString().replace('\\', '/');
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    private final List<Path> found = new ArrayList<>();

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(path) && isHidden(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      return add(file);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return add(file);
    }

    private FileVisitResult add(Path file) {
      if (!isHidden(file)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path file) {
      return file.getFileName().toString().startsWith(".");
    }
  }
}
