package dev.erpsync.spec.bundle;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/**
 * A {@code $ref}: a file and a place in it.
 *
 * @param file the file, absolute and normalised
 * @param fragment JSON pointer (RFC 6901) into the file, empty for all of it
 */
record Reference(Path file, String fragment) {

  /** Resolves {@code ref} as it stands in {@code from} (RFC 3986, section 5, for local files). */
  static Reference of(Path from, String ref) {
    int hash = ref.indexOf('#');
    String path = hash < 0 ? ref : ref.substring(0, hash);
    String fragment = hash < 0 ? "" : ref.substring(hash + 1);
    return new Reference(path.isEmpty() ? from : from.resolveSibling(path).normalize(), fragment);
  }

  /** What the reference points at. */
  JsonNode target() {
    JsonNode target = Yaml.read(file).at(JsonPointer.compile(fragment));
    if (target.isMissingNode()) {
      throw new BundleException(file + " has nothing at #" + fragment);
    }
    return target;
  }

  /**
   * Where the target belongs in a single file, by the layout of {@code spec/}: a schema is a file,
   * a parameter or response is a named member of its file, and an example is the request or
   * response body of a sample.
   */
  Component component() {
    String stem = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    String[] steps = fragment.isEmpty() ? new String[0] : fragment.substring(1).split("/", -1);
    String folder = folder();
    if (folder.equals("schemas") && steps.length == 0) {
      return new Component("schemas", stem);
    }
    if (steps.length == 1 && (stem.equals("parameters") || stem.equals("responses"))) {
      return new Component(stem, steps[0]);
    }
    if (folder.equals("samples") && steps.length == 3 && steps[2].equals("body")) {
      return new Component("examples", steps[0] + "-" + steps[1]);
    }
    throw new BundleException("no component section for " + file + "#" + fragment);
  }

  /** Name of the folder that holds the file. */
  String folder() {
    Path parent = file.getParent();
    return parent == null ? "" : String.valueOf(parent.getFileName());
  }

  /** A named member of one of the sections of {@code components}. */
  record Component(String section, String name) {
    String ref() {
      return "#/components/" + section + "/" + name;
    }
  }
}
