package dev.erpsync.conformance.review.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.review.diff.ReviewedContract;
import dev.erpsync.conformance.review.diff.UnusableContractException;
import dev.erpsync.conformance.review.source.Source.TextFile;
import dev.erpsync.spec.bundle.BundleException;
import dev.erpsync.spec.bundle.Bundler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads contracts: a file, a folder with {@code openapi.yaml}, or {@code git:REF[:PATH]}. */
public final class SourceReader {
  private static final String GIT = "git:";
  private static final String ROOT = "openapi.yaml";
  private static final String DEFAULT_FOLDER = "spec";

  /** The file of approvals beside a contract. */
  private static final String APPROVALS = "approved-changes.yaml";

  private SourceReader() {}

  /**
   * Reads one contract.
   *
   * @param name as on the command line
   * @throws UnusableSourceException when it cannot be read, or is no contract of OpenAPI 3.0
   */
  public static Source read(String name) throws UnusableSourceException {
    try {
      return name.startsWith(GIT) ? ofGit(name) : ofFiles(name, Path.of(name), prefix(name));
    } catch (UnusableSourceException e) {
      throw new UnusableSourceException(name + ": " + e.getMessage(), e);
    } catch (BundleException | UnusableContractException e) {
      throw new UnusableSourceException(name + ": " + e.getMessage(), e);
    } catch (IOException | IllegalArgumentException e) {
      throw new UnusableSourceException(name + ": it cannot be read: " + e, e);
    }
  }

  private static Source ofGit(String name) throws IOException, UnusableSourceException {
    String[] parts = name.substring(GIT.length()).split(":", 2);
    String ref = parts[0];
    String path = (parts.length > 1 ? parts[1] : DEFAULT_FOLDER).replaceFirst("/+$", "");
    if (ref.isEmpty() || ref.startsWith("-") || path.isEmpty() || path.startsWith("/")) {
      throw new UnusableSourceException("say git:REF or git:REF:PATH, such as git:main:spec");
    }
    Path scratch = Files.createTempDirectory("erpsync-review");
    try {
      var git = new Git(scratch);
      if (git.isFolder(ref, path)) {
        return ofFiles(name, git.extract(ref, path), path + "/");
      }
      int slash = path.lastIndexOf('/');
      String folder = slash < 0 ? "." : path.substring(0, slash);
      Path file = git.extract(ref, folder).resolve(path.substring(slash + 1));
      return ofFiles(name, file, slash < 0 ? "" : folder + "/");
    } finally {
      delete(scratch);
    }
  }

  private static Source ofFiles(String label, Path path, String prefix)
      throws IOException, UnusableSourceException {
    boolean folder = Files.isDirectory(path);
    Path root = folder ? path.resolve(ROOT) : path;
    if (!Files.isRegularFile(root)) {
      throw new UnusableSourceException(
          folder ? "the folder holds no " + ROOT : "no such file or folder");
    }
    boolean inParts = folder || root.endsWith(ROOT);
    Path home = root.toAbsolutePath().normalize().getParent();
    String file = String.valueOf(root.getFileName());
    Map<String, String> texts =
        inParts && home != null ? Texts.inFolder(home) : Map.of(file, Texts.of(root));
    requireObject(texts.getOrDefault(file, ""));
    JsonNode document = Bundler.bundle(root);
    Optional<TextFile> approvals =
        Optional.ofNullable(texts.get(APPROVALS))
            .map(text -> new TextFile(prefix + APPROVALS, text));
    return new Source(
        label, new ReviewedContract(document), approvals, new Lines(texts, file, prefix));
  }

  /** The bundler takes the root to be an object. */
  private static void requireObject(String text) throws UnusableSourceException {
    try {
      Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      if (!(tree instanceof Map)) {
        throw new UnusableSourceException("it is no OpenAPI document");
      }
    } catch (YAMLException e) {
      throw new UnusableSourceException("it is no YAML: " + e.getMessage(), e);
    }
  }

  /** What stands before file names: the folder, relative to the working folder if inside of it. */
  private static String prefix(String name) {
    Path path = Path.of(name).toAbsolutePath().normalize();
    Path folder = Files.isDirectory(path) ? path : path.getParent();
    Path here = Path.of("").toAbsolutePath();
    if (folder == null || folder.equals(here)) {
      return "";
    }
    Path shown = folder.startsWith(here) ? here.relativize(folder) : folder;
    return shown.toString().replace('\\', '/') + "/";
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
