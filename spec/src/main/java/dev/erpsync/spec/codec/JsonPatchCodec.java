package dev.erpsync.spec.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.erpsync.spec.Violation;

/**
 * Bodies in {@code application/json-patch+json}: a JSON Patch (RFC 6902) that is applied to an
 * empty object (D12), or to another value.
 *
 * <p>Thread-safe.
 */
public final class JsonPatchCodec {

  /**
   * Applies a patch to {@code {}}.
   *
   * @param patch the array of operations; not changed
   * @return the value that the operations make
   * @throws CodecException if an operation is malformed or cannot be applied, if a value becomes
   *     nested deeper than 64 levels, or if copies, moves and insertions cost too much
   */
  public JsonNode read(JsonNode patch) {
    return apply(patch, JsonNodeFactory.instance.objectNode());
  }

  /**
   * Applies a patch to a value. As {@link #read(JsonNode)} otherwise.
   *
   * @param value not changed
   */
  public JsonNode apply(JsonNode patch, JsonNode value) {
    if (!patch.isArray()) {
      throw new CodecException("a JSON Patch is an array of operations");
    }
    var target = new PatchTarget(value.deepCopy());
    for (int i = 0; i < patch.size(); i++) {
      apply(patch.get(i), target, i);
    }
    return target.root();
  }

  private static void apply(JsonNode operation, PatchTarget target, int index) {
    try {
      String path = text(operation, "path");
      switch (text(operation, "op")) {
        case "add" -> target.add(path, value(operation));
        case "remove" -> target.remove(path);
        case "replace" -> target.replace(path, value(operation));
        case "move" -> target.move(text(operation, "from"), path);
        case "copy" -> target.copy(text(operation, "from"), path);
        case "test" -> target.test(path, value(operation));
        default -> throw new CodecException("no such op");
      }
    } catch (CodecException e) {
      String path = operation.path("path").asText();
      String where = path.isEmpty() ? "" : " (" + Violation.shortened(path) + ")";
      throw new CodecException("operation " + index + where + ": " + e.getMessage());
    }
  }

  private static String text(JsonNode operation, String member) {
    JsonNode text = operation.path(member);
    if (!text.isTextual()) {
      throw new CodecException("no text " + member);
    }
    return text.textValue();
  }

  private static JsonNode value(JsonNode operation) {
    JsonNode value = operation.path("value");
    if (value.isMissingNode()) {
      throw new CodecException("no value");
    }
    return value.deepCopy();
  }
}
