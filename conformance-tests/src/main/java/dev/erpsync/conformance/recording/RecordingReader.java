package dev.erpsync.conformance.recording;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.yaml.YamlFile;
import dev.erpsync.conformance.yaml.YamlFileException;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads recordings: the {@code .yaml} files of a folder by name, and what stands in each in order.
 */
public final class RecordingReader {
  /** As much as a whole recording may have; its files may have been joined. */
  private static final int MOST_BYTES = 256 << 20;

  private static final int REJECTED = 400;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Those of a sample; of a recording only the last two are looked at. */
  private static final Set<String> MEMBERS =
      Set.of("source", "because", "given", "request", "response");

  private static final Set<String> OF_REQUEST = Set.of("query", "headers", "text", "body");
  private static final Set<String> OF_RESPONSE = Set.of("status", "headers", "body");

  private final Contract contract;

  /** A reader of recordings of operations of this contract. */
  public RecordingReader(Contract contract) {
    this.contract = contract;
  }

  /**
   * Reads a recording.
   *
   * @throws YamlFileException when something in it is wrong
   * @throws IOException when the folder cannot be read
   */
  public List<RecordedExchange> read(Path folder) throws YamlFileException, IOException {
    List<RecordedExchange> exchanges = new ArrayList<>();
    for (Path file : RecordingFolder.files(folder)) {
      YamlFile written = YamlFile.read(file, MOST_BYTES);
      if (!written.value().isObject()) {
        throw written.fault(JsonPointer.empty(), "exchanges are written by name");
      }
      for (var each : written.value().properties()) {
        exchanges.add(exchange(file, written, each.getKey(), each.getValue()));
      }
    }
    return List.copyOf(exchanges);
  }

  private RecordedExchange exchange(Path file, YamlFile written, String name, JsonNode node)
      throws YamlFileException {
    JsonPointer at = JsonPointer.empty().appendProperty(name);
    int dash = name.lastIndexOf('-');
    Operation operation =
        contract
            .operation(dash < 0 ? "" : name.substring(0, dash))
            .orElseThrow(
                () -> written.fault(at, "the name must be OPERATION-NUMBER, of the contract"));
    members(written, at, node, MEMBERS);
    JsonPointer request = at.appendProperty("request");
    JsonPointer response = at.appendProperty("response");
    members(written, request, node.path("request"), OF_REQUEST);
    members(written, response, node.path("response"), OF_RESPONSE);
    texts(written, request, node.path("request"));
    texts(written, response, node.path("response"));
    status(written, response.appendProperty("status"), operation, node.at("/response/status"));
    Optional<String> text = text(written, request, node.path("request"));
    if (text.isPresent()) {
      JsonNode value = json(written, request.appendProperty("text"), text.get());
      ((ObjectNode) node.path("request")).putObject("body").set("value", value);
    }
    Sample sample = Sample.of(operation.id(), name, node);
    return new RecordedExchange(sample, text, file, written.line(at));
  }

  private static void members(YamlFile written, JsonPointer at, JsonNode node, Set<String> known)
      throws YamlFileException {
    if (!node.isObject()) {
      throw written.fault(
          at, "this must have " + String.join(", ", known.stream().sorted().toList()));
    }
    for (var member : node.properties()) {
      if (!known.contains(member.getKey())) {
        throw written.fault(at.appendProperty(member.getKey()), "there is no such member");
      }
    }
  }

  /** Headers and query are texts; a number without quotes would be written in another way. */
  private static void texts(YamlFile written, JsonPointer at, JsonNode node)
      throws YamlFileException {
    if (node.has("query") && !node.path("query").isTextual()) {
      throw written.fault(at.appendProperty("query"), "a query is a text");
    }
    JsonPointer headers = at.appendProperty("headers");
    if (node.has("headers") && !node.path("headers").isObject()) {
      throw written.fault(headers, "headers have names and values");
    }
    for (var header : node.path("headers").properties()) {
      if (!header.getValue().isTextual()) {
        throw written.fault(headers.appendProperty(header.getKey()), "a header is a text");
      }
    }
    if (node.has("body") && !node.path("body").has("value")) {
      throw written.fault(at.appendProperty("body"), "a body has a value");
    }
  }

  private static void status(YamlFile written, JsonPointer at, Operation operation, JsonNode status)
      throws YamlFileException {
    if (!status.isInt()
        || (status.intValue() < REJECTED && !operation.documents(status.intValue()))) {
      throw written.fault(at, "%s has no such status".formatted(operation.id()));
    }
  }

  private static Optional<String> text(YamlFile written, JsonPointer at, JsonNode request)
      throws YamlFileException {
    if (!request.has("text")) {
      return Optional.empty();
    }
    if (!request.path("text").isTextual() || request.has("body")) {
      throw written.fault(at.appendProperty("text"), "a text stands in quotes, and without a body");
    }
    return Optional.of(request.path("text").textValue());
  }

  private static JsonNode json(YamlFile written, JsonPointer at, String text)
      throws YamlFileException {
    try {
      JsonNode value = JSON.readTree(text);
      if (value.isMissingNode()) {
        throw written.fault(at, "this is no JSON, but nothing");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw written.fault(at, "this is no JSON: " + e.getOriginalMessage());
    }
  }
}
