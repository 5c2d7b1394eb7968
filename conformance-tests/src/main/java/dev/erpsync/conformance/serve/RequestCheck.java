package dev.erpsync.conformance.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.format.MediaTypes;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the contract asks of requests, whoever sends them. Thread-safe. */
public final class RequestCheck {
  private static final String TYPE = "Content-Type";
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s\";]+)", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_NULL = 64;

  private final Contract contract;
  private final RequestBodies bodies;
  private final SentCredentials credentials;
  private final SentParameters parameters;
  private final int maxBytes;

  /**
   * A check.
   *
   * @param maxBytes how long a body may become that is sent packed
   */
  public RequestCheck(Contract contract, int maxBytes) {
    this.contract = contract;
    this.bodies = new RequestBodies(contract);
    this.credentials = new SentCredentials(contract);
    this.parameters = new SentParameters(contract);
    this.maxBytes = maxBytes;
  }

  /** Everything but the body, in the order in which a server looks at it. */
  public List<Difference> checkHead(Route route, Request request) {
    List<Difference> differences = new ArrayList<>(route.differences());
    differences.addAll(credentials.check(request));
    differences.addAll(parameters.check(route.operation(), request));
    if (hasBody(request)) {
      differences.addAll(type(route.operation(), request));
    }
    return differences;
  }

  /**
   * The body, as far as its type is one of the operation's.
   *
   * @throws NotCheckedException when nothing can be said of it
   */
  public Checked checkBody(Operation operation, Request request) throws NotCheckedException {
    if (!hasBody(request)) {
      boolean required = operation.node().at("/requestBody/required").asBoolean();
      return required
          ? Checked.of(new Difference("", "a body", "nothing"))
          : new Checked(List.of(), Optional.empty());
    }
    if (!type(operation, request).isEmpty()) {
      return new Checked(List.of(), Optional.empty());
    }
    String type = essence(request);
    JsonPointer schema =
        operation
            .requestSchema(MediaTypes.isJsonPatch(type) ? MediaTypes.JSON : type)
            .orElseThrow();
    Checked read;
    try {
      byte[] body =
          ContentCoding.undo(
              request.content().get().bytes(),
              request.header("Content-Encoding").orElse(""),
              maxBytes);
      read = bodies.read(type, charset(request), schema, body);
    } catch (UnreadableBodyException e) {
      return Checked.of(new Difference("", "a body", String.valueOf(e.getMessage())));
    }
    return read.value().isPresent()
        ? new Checked(value(schema, read, read.value().get()), read.value())
        : read;
  }

  /** The literal null counts as no body. (D42) */
  private static boolean hasBody(Request request) {
    return request.content().map(Content::bytes).filter(body -> !isNull(body)).isPresent();
  }

  private static boolean isNull(byte[] body) {
    return body.length < LONGEST_NULL && new String(body, UTF_8).strip().equals("null");
  }

  private List<Difference> value(JsonPointer schema, Checked read, JsonNode value) {
    List<Difference> differences = new ArrayList<>(read.differences());
    contract.check(schema, value).forEach(v -> differences.add(Difference.of(v)));
    contract.unknownProperties(schema, value).forEach(v -> differences.add(Difference.of(v)));
    return differences;
  }

  private static List<Difference> type(Operation operation, Request request) {
    List<String> types = operation.requestTypes();
    if (!types.contains(essence(request))) {
      String found = request.header(TYPE).orElse("nothing");
      return List.of(new Difference(TYPE, "one of " + String.join(", ", types), found));
    }
    try {
      charset(request);
      return List.of();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return List.of(new Difference(TYPE, "a charset that is known", request.header(TYPE).get()));
    }
  }

  private static String essence(Request request) {
    return MediaTypes.essence(request.header(TYPE).orElse(""));
  }

  private static Optional<Charset> charset(Request request) {
    Matcher named = CHARSET.matcher(request.header(TYPE).orElse(""));
    return named.find() ? Optional.of(Charset.forName(named.group(1))) : Optional.empty();
  }
}
