package dev.erpsync.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The secrets of one request, and what a server says without them: it may echo what it was sent,
 * and nobody is to find that in a log. {@link ErpSyncException} says what is masked. Immutable.
 */
final class Secrets {
  private static final String MASK = "***";

  /** A shorter password stands in too many words by chance. */
  private static final int SHORTEST_PASSWORD = 4;

  private final Optional<Pattern> secrets;

  Secrets(Stream<String> secrets) {
    String any =
        secrets
            .filter(secret -> !secret.isEmpty())
            .distinct()
            // Of two secrets that begin alike the longer one, so that no rest of it stays.
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Secrets::escapedOrNot)
            .collect(Collectors.joining("|"));
    this.secrets = any.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(any));
  }

  static Secrets of(HttpRequest request) {
    var headers = request.headers();
    return new Secrets(
        Stream.concat(
            headers.firstValue("Authorization").stream().flatMap(Secrets::ofAuthorization),
            headers.firstValue(Parameter.SO_APP_TOKEN.wireName()).stream()));
  }

  private static Stream<String> ofAuthorization(String header) {
    String secret = header.substring(header.indexOf(' ') + 1);
    if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return Stream.of(secret);
    }
    try {
      String pair = new String(Base64.getDecoder().decode(secret), UTF_8);
      String password = pair.substring(pair.indexOf(':') + 1);
      return password.length() < SHORTEST_PASSWORD
          ? Stream.of(secret, pair)
          : Stream.of(secret, pair, password);
    } catch (IllegalArgumentException e) {
      // Credentials of a caller's own, that only look like Basic.
      return Stream.of(secret);
    }
  }

  /** Text that may be cut out of JSON: each character as it is, or escaped (RFC 8259, 7). */
  private static String escapedOrNot(String secret) {
    return secret
        .chars()
        .mapToObj(
            c ->
                String.format(
                    Locale.ROOT, "(?:\\\\?%s|\\\\u(?i:%04x))", Pattern.quote("" + (char) c), c))
        .collect(Collectors.joining());
  }

  /** The text with {@code ***} for each secret. */
  String masked(String text) {
    return secrets
        .map(any -> any.matcher(text).replaceAll(Matcher.quoteReplacement(MASK)))
        .orElse(text);
  }

  /**
   * The body as text. JSON stays JSON: secrets are looked for in what it says, not in how it is
   * written, and a body without any is not changed.
   */
  String maskedBody(String body) {
    return Json.tryRead(body, JsonNode.class)
        .map(
            said -> {
              JsonNode clean = masked(said, this::masked);
              return clean.equals(said) ? body : clean.toString();
            })
        .orElseGet(() -> masked(body));
  }

  /** A parsed body with the secrets in its strings masked; its properties keep their names. */
  <T> T maskedStrings(T parsed, Class<T> type) {
    JsonNode tree = Json.MAPPER.valueToTree(parsed);
    return Json.MAPPER.convertValue(masked(tree, UnaryOperator.identity()), type);
  }

  private JsonNode masked(JsonNode node, UnaryOperator<String> names) {
    if (node.isObject()) {
      var object = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              property ->
                  object.set(names.apply(property.getKey()), masked(property.getValue(), names)));
      return object;
    }
    if (node.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(masked(element, names)));
      return array;
    }
    if (node.isTextual() || node.isNumber()) {
      String clean = masked(node.asText());
      return clean.equals(node.asText()) ? node : TextNode.valueOf(clean);
    }
    return node;
  }
}
