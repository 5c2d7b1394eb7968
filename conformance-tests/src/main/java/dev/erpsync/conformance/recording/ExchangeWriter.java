package dev.erpsync.conformance.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.format.MediaTypes;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.report.Redaction;
import dev.erpsync.conformance.serve.Passed;
import dev.erpsync.conformance.serve.SentSecrets;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Parameter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes exchanges that passed in the form of the contract's samples, without credentials, and
 * without secret values unless they are to be kept. For one recording; not thread-safe.
 */
final class ExchangeWriter {
  private static final String TYPE = "Content-Type";

  /** All others depend on the connection or the caller, or may be credentials. */
  private static final List<String> HEADERS =
      List.of(
          "Accept",
          "Accept-Charset",
          "Accept-Language",
          TYPE,
          "SO-Language",
          "SO-Culture",
          "SO-TimeZone",
          "SO-Browser-TZ-Offset");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Contract contract;
  private final Optional<SecretValues> secrets;

  /**
   * A writer for one recording.
   *
   * @param keepsSecrets whether values of configurations are written as they are
   */
  ExchangeWriter(Contract contract, boolean keepsSecrets) {
    this.contract = contract;
    this.secrets = keepsSecrets ? Optional.empty() : Optional.of(new SecretValues());
  }

  /**
   * The exchange, with {@code request} and {@code response}.
   *
   * @throws UnrecordableException when a body cannot be read, or cannot be written without secrets
   */
  ObjectNode write(Operation operation, Passed passed, Passed.Values values)
      throws UnrecordableException {
    List<String> known = operation.parameters(contract).stream().map(Parameter::name).toList();
    Redaction redaction = SentSecrets.redaction(passed, known);
    ObjectNode exchange = JsonNodeFactory.instance.objectNode();
    request(exchange.putObject("request"), operation, passed.request(), values.sent(), redaction);
    ObjectNode response = exchange.putObject("response").put("status", passed.status());
    new Response(passed.status(), passed.answered(), "")
        .contentType()
        .ifPresent(type -> response.putObject("headers").put(TYPE, redaction.of(type)));
    if (values.received().isPresent()) {
      String body = values.received().get().toString();
      response
          .putObject("body")
          .set("value", response(operation, passed.status(), body, redaction));
    }
    return exchange;
  }

  private void request(
      ObjectNode into,
      Operation operation,
      Request request,
      Optional<JsonNode> value,
      Redaction redaction)
      throws UnrecordableException {
    String query = query(operation, request.query());
    if (!query.isEmpty()) {
      into.put("query", redaction.of(query));
    }
    for (String name : HEADERS) {
      request
          .header(name)
          .ifPresent(sent -> into.withObject("/headers").put(name, redaction.of(sent)));
    }
    if (request.content().isEmpty()) {
      return;
    }
    try {
      if (isText(operation, request)) {
        into.put("text", redacted(withoutSecrets(text(request)), redaction));
      } else {
        JsonNode body =
            value.orElseThrow(() -> new UnrecordableException("the request body cannot be read"));
        String json = redacted(withoutSecrets(body.toString()), redaction);
        into.putObject("body").set("value", JSON.readTree(json));
      }
    } catch (JsonProcessingException e) {
      throw new UnrecordableException("the request body is no JSON");
    }
  }

  /** Whether a body is JSON in UTF-8 as it stands; what else there is has only a value. */
  private static boolean isText(Operation operation, Request request) {
    String type = request.header(TYPE).orElse("");
    String essence = MediaTypes.essence(type);
    boolean isJson =
        (essence.endsWith("json") && !MediaTypes.isJsonPatch(essence))
            || operation.requestTypes().isEmpty();
    boolean isUtf8 =
        !type.toLowerCase(Locale.ROOT).contains("charset")
            || type.toLowerCase(Locale.ROOT).matches(".*charset\\s*=\\s*\"?utf-8\\b.*");
    return isJson && isUtf8 && request.header("Content-Encoding").isEmpty();
  }

  private static String text(Request request) throws UnrecordableException {
    byte[] bytes = request.content().orElseThrow().bytes();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnrecordableException("the request body is not in UTF-8");
    }
  }

  private String withoutSecrets(String json) throws UnrecordableException, JsonProcessingException {
    return secrets.isPresent()
        ? secrets.get().inRequest(json)
        : JsonText.edit(json, (n, v) -> Optional.empty());
  }

  private JsonNode response(Operation operation, int status, String body, Redaction redaction)
      throws UnrecordableException {
    try {
      String json = secrets.isPresent() ? secrets.get().inResponse(operation, status, body) : body;
      return JSON.readTree(redacted(json, redaction));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value is JSON", e);
    }
  }

  /** The body without credentials that it repeats. */
  private static String redacted(String json, Redaction redaction) throws UnrecordableException {
    String redacted = redaction.of(json);
    try {
      JSON.readTree(redacted);
      return redacted;
    } catch (JsonProcessingException e) {
      throw new UnrecordableException("a body repeats credentials where they cannot be removed");
    }
  }

  /** The parameters of the operation, as they were written; others may be credentials. */
  private String query(Operation operation, String query) {
    List<String> known =
        operation.parameters(contract).stream()
            .filter(parameter -> parameter.in().equals("query"))
            .map(Parameter::name)
            .toList();
    return Stream.of(query.split("&", -1))
        .filter(field -> known.stream().anyMatch(field.split("=", 2)[0]::equalsIgnoreCase))
        .collect(Collectors.joining("&"));
  }
}
