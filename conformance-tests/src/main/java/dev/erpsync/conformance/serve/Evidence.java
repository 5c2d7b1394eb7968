package dev.erpsync.conformance.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.erpsync.conformance.report.Trace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Exchanges as a report may show them: of headers only those that prove nothing, of the query only
 * names, of bodies what is asked for. Immutable.
 */
public final class Evidence {
  private static final String MASK = "***";
  private static final int MAX_CHARACTERS = 10_000;

  /** All others may prove something, or name somebody. */
  private static final Set<String> HARMLESS =
      Set.of(
          "accept",
          "accept-charset",
          "accept-encoding",
          "accept-language",
          "allow",
          "cache-control",
          "connection",
          "content-encoding",
          "content-language",
          "content-length",
          "content-type",
          "date",
          "expect",
          "host",
          "retry-after",
          "server",
          "so-culture",
          "so-language",
          "so-timezone",
          "transfer-encoding",
          "user-agent",
          "vary");

  private final Bodies bodies;

  /** Evidence that holds this much of bodies. */
  public Evidence(Bodies bodies) {
    this.bodies = bodies;
  }

  /** An exchange without its credentials; those that stand in whole bodies are still there. */
  public Trace of(Passed passed, Passed.Values values) {
    var request = passed.request();
    Map<String, List<String>> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request.headers().forEach((name, value) -> sent.put(name, List.of(value)));
    String line = request.method() + " " + request.path() + query(request.query());
    String status = passed.status() == 0 ? "no answer" : Integer.toString(passed.status());
    return new Trace(
        text(line, sent, body(passed.sent(), values.sent())),
        text(status, passed.answered(), body(passed.received(), values.received())),
        false);
  }

  private static String text(String line, Map<String, List<String>> headers, String body) {
    var text = new StringBuilder(line).append('\n');
    headers.forEach(
        (name, values) -> {
          boolean harmless = HARMLESS.contains(name.toLowerCase(Locale.ROOT));
          values.forEach(
              v -> text.append(name).append(": ").append(harmless ? v : MASK).append('\n'));
        });
    return text.append('\n').append(body).toString();
  }

  private static String query(String query) {
    var text = new StringBuilder();
    SentParameters.query(query)
        .keySet()
        .forEach(name -> text.append(text.isEmpty() ? '?' : '&').append(name).append("=" + MASK));
    return text.toString();
  }

  private String body(Body body, Optional<JsonNode> value) {
    if (body.isEmpty()) {
      return "";
    }
    String text =
        switch (bodies) {
          case NONE -> "";
          case REDACTED -> value.map(each -> types(each).toPrettyString()).orElse("");
          case WHOLE -> body.content().toString();
        };
    if (text.isEmpty()) {
      return "(%d bytes)".formatted(body.length());
    }
    return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS) + "…";
  }

  /** The same names with types in the place of values. */
  private static JsonNode types(JsonNode value) {
    if (value.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      value.properties().forEach(each -> object.set(each.getKey(), types(each.getValue())));
      return object;
    }
    if (value.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      value.forEach(each -> array.add(types(each)));
      return array;
    }
    return TextNode.valueOf(value.getNodeType().name().toLowerCase(Locale.ROOT));
  }
}
