package dev.erpsync.conformance.format;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.codec.CodecException;
import dev.erpsync.spec.codec.XmlCodec;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Between the JSON in which exchanges are documented and what goes over the wire. Thread-safe. */
public final class Formats {
  private final Contract contract;
  private final BodyWriter writer;
  private final XmlCodec xml;

  /** Formats by the schemas of a contract. */
  public Formats(Contract contract) {
    this.contract = contract;
    this.writer = new BodyWriter(contract);
    this.xml = new XmlCodec(contract);
  }

  /**
   * The same call in other words.
   *
   * @param operation what is called
   * @param documented the call with a JSON body, or with none
   * @throws NotSayableException if its value cannot be said that way
   */
  public Request write(Operation operation, Request documented, Wire wire)
      throws NotSayableException {
    Request request = documented;
    Optional<JsonNode> value = documented.body();
    Optional<JsonPointer> schema = operation.requestSchema(MediaTypes.JSON);
    if (value.isPresent() && schema.isPresent() && isOther(wire)) {
      String type = wire.type().orElse(MediaTypes.JSON);
      Charset charset = wire.charset().map(Charset::forName).orElse(StandardCharsets.UTF_8);
      Content content = writer.write(type, charset, schema.get(), value.get());
      request = request.with(content).with("Content-Type", header(type, charset));
    }
    return wire.accept().isPresent() ? request.with("Accept", wire.accept().get()) : request;
  }

  /** Reads an answer by what its Content-Type says it is. */
  public Answer read(Operation operation, Response response) {
    boolean isXml = MediaTypes.isXml(MediaTypes.essence(response.contentType().orElse("")));
    return isXml ? xml(operation, response) : Answer.json(response);
  }

  /** Where the schema of answers with a status stands in the contract. */
  public Optional<JsonPointer> responseSchema(Operation operation, int status) {
    Optional<JsonPointer> documented = operation.responseSchema(contract, status, MediaTypes.JSON);
    return documented.or(() -> errorSchema(status));
  }

  /** What HTTP asks for whatever the operation is not repeated in the contract. (D5, D6) */
  private static Optional<JsonPointer> errorSchema(int status) {
    JsonPointer schemas = JsonPointer.compile("/components/schemas");
    return status < 400
        ? Optional.empty()
        : Optional.of(schemas.appendProperty(status == 400 ? "MalformedRequest" : "ServiceError"));
  }

  private Answer xml(Operation operation, Response response) {
    byte[] bytes = response.text().getBytes(StandardCharsets.UTF_8);
    Optional<JsonPointer> schema = responseSchema(operation, response.status());
    Optional<JsonNode> value = schema.flatMap(at -> value(at, bytes));
    Optional<String> other =
        value.isPresent() ? canonical(schema.get(), value.get(), bytes) : Optional.empty();
    return other.isPresent()
        ? new Answer(response, Optional.empty(), "XML with " + other.get())
        : new Answer(response, value, "XML");
  }

  private Optional<JsonNode> value(JsonPointer schema, byte[] bytes) {
    try {
      return Optional.of(xml.read(schema, bytes, StandardCharsets.UTF_8));
    } catch (CodecException e) {
      return Optional.empty();
    }
  }

  /** What the value's own XML has where these bytes have something else. */
  private Optional<String> canonical(JsonPointer schema, JsonNode value, byte[] bytes) {
    try {
      return XmlShape.missing(xml.write(schema, value), bytes);
    } catch (CodecException e) {
      // What has no XML of its own has a name that the contract does not know, and is found by it.
      return Optional.empty();
    }
  }

  private static boolean isOther(Wire wire) {
    return wire.type().isPresent() || wire.charset().isPresent();
  }

  /** A form is ASCII, and its type has no parameters. */
  private static String header(String type, Charset charset) {
    return MediaTypes.isForm(type)
        ? type
        : type + "; charset=" + charset.name().toLowerCase(Locale.ROOT);
  }
}
