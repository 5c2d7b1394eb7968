package dev.erpsync.conformance.lies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;

/**
 * The contract as other tools can use it: one operation with its documented answer in JSON. Whole
 * it is refused, or each tries all media types with examples that it makes up.
 */
final class PeerContract {
  private static final Contract CONTRACT = Contract.erpSync();
  private static final String JSON = "application/json";
  private static final String EXAMPLES = "#/components/examples/";

  private PeerContract() {}

  /**
   * Writes the contract of one sample.
   *
   * @param folder where to
   * @return the file
   */
  static Path write(Path folder, Sample sample) throws IOException {
    ObjectNode document = CONTRACT.document().deepCopy();
    Operation operation = CONTRACT.operation(sample.operation()).orElseThrow();
    ObjectNode node = operation.node().deepCopy();
    keepOnly(node.at("/requestBody/content"), JSON);
    keepOnly(node.path("responses"), Integer.toString(sample.status()));
    node.path("responses").forEach(answer -> keepOnly(answer.path("content"), JSON));
    node.remove("security");
    parameters(node, sample);
    document.putObject("paths").putObject(operation.path()).set("post", node);
    // One of the documented schemes is known to none of them; the header is what the sample sends.
    document.remove("security");
    ((ObjectNode) document.path("components")).remove("securitySchemes");
    inline(document, document.at("/components/examples"));
    document.path("components").path("schemas").forEach(PeerContract::plain);
    Path file = folder.resolve(sample.name() + ".json");
    return Files.writeString(file, document.toPrettyString());
  }

  /** What the request must have, with the documented values. */
  private static void parameters(ObjectNode node, Sample sample) {
    ArrayNode parameters = node.putArray("parameters");
    add(
        parameters,
        sample,
        "header",
        "Authorization",
        sample.request().headers().getOrDefault("Authorization", ""),
        "string");
    for (String pair : sample.request().query().split("&", -1)) {
      String[] words = pair.split("=", 2);
      if (words.length == 2) {
        add(parameters, sample, "query", words[0], words[1], "integer");
      }
    }
  }

  private static void add(
      ArrayNode to, Sample sample, String in, String name, String value, String type) {
    ObjectNode parameter = to.addObject().put("name", name).put("in", in).put("required", true);
    parameter.putObject("schema").put("type", type);
    ObjectNode example = parameter.putObject("examples").putObject(sample.name());
    if (type.equals("integer")) {
      example.put("value", Integer.parseInt(value));
    } else {
      example.put("value", value);
    }
  }

  private static void keepOnly(JsonNode node, String name) {
    if (node instanceof ObjectNode object) {
      object.retain(name);
    }
  }

  /** Some read no references to examples. */
  private static void inline(JsonNode node, JsonNode examples) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        String reference = member.getValue().path("$ref").asText();
        if (reference.startsWith(EXAMPLES)) {
          member.setValue(examples.path(reference.substring(EXAMPLES.length())));
        } else {
          inline(member.getValue(), examples);
        }
      }
    } else {
      node.forEach(each -> inline(each, examples));
    }
  }

  /** Without what is for XML, and without single values, which some prefer to whole examples. */
  private static void plain(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      object.remove("xml");
      Iterator<Map.Entry<String, JsonNode>> all = object.properties().iterator();
      while (all.hasNext()) {
        Map.Entry<String, JsonNode> member = all.next();
        if (member.getKey().equals("example") && !member.getValue().isObject()) {
          all.remove();
        } else {
          plain(member.getValue());
        }
      }
    } else {
      schema.forEach(PeerContract::plain);
    }
  }
}
