package dev.erpsync.conformance.serve;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.erpsync.conformance.format.MediaTypes;
import dev.erpsync.conformance.format.Negotiation;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.codec.XmlCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Answers in the documented forms, each in the format that its request asks for. Thread-safe. */
public final class ErrorAnswers {
  private static final int MALFORMED = 400;

  /** What XML 1.0 has no place for. */
  private static final Pattern NO_CHARACTER =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private final Negotiation negotiation;
  private final XmlCodec xml;

  /** Answers of one contract. */
  public ErrorAnswers(Contract contract) {
    this.negotiation = new Negotiation(contract);
    this.xml = new XmlCodec(contract);
  }

  /** Sends an error, in the form of its status. (D5) */
  public void send(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    String text = NO_CHARACTER.matcher(message).replaceAll("\uFFFD");
    if (status == MALFORMED) {
      error.put("Message", "The request is invalid.").put("MessageDetail", text);
      send(exchange, status, Contract.schemaPointer("MalformedRequest"), error);
    } else {
      error.put("Error", true).put("ErrorType", type).put("ErrorMessage", text);
      error.put("ErrorSource", "erpsync-conformance");
      send(exchange, status, Contract.schemaPointer("ServiceError"), error);
    }
  }

  /**
   * Sends a value, and ends the exchange.
   *
   * @param schema where the schema of the value stands in the contract
   */
  public void send(HttpExchange exchange, int status, JsonPointer schema, JsonNode value)
      throws IOException {
    Request asked = Incoming.of(exchange);
    String type = negotiation.expected(asked).get(0);
    byte[] body =
        MediaTypes.isXml(MediaTypes.essence(type))
            ? xml.write(schema, value)
            : value.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    send(exchange, status, body);
  }

  /** Sends bytes, or none, and ends the exchange. */
  public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
    }
    boolean nothing = head || body.length == 0;
    exchange.sendResponseHeaders(status, nothing ? -1 : body.length);
    if (!nothing) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
