package dev.erpsync.conformance.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.erpsync.spec.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Masks the secrets in bodies: values of configurations, values whose names say that they are
 * secret, and users in URLs. For one recording; not thread-safe.
 */
final class SecretValues {
  private static final String CONFIGURATION = "ConfigFields";

  /** What may be done with each property; one of them is called as a configuration. */
  private static final String RIGHTS = "FieldProperties";

  /** Its response is a configuration itself. */
  private static final String READS_CONFIGURATION = "GetErpConnectionConfigFields";

  private static final Pattern SECRET_NAME =
      Pattern.compile("password|passwd|secret|token|credential|api_?key", Pattern.CASE_INSENSITIVE);

  private static final Pattern USER_IN_URL = Pattern.compile("(?<=://)[^/@\\s]+(?=@)");

  /** Shorter ones are parts of ordinary words. */
  private static final int SHORTEST_IN_MESSAGES = 6;

  private static final int REJECTED = 400;

  private final Mask mask = new Mask();

  /**
   * The masked values so far, for messages that quote one. Longest first: one may contain another.
   */
  private final Set<String> known =
      new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));

  /**
   * The body of a request without secrets.
   *
   * @throws UnrecordableException when a value cannot be masked
   * @throws JsonProcessingException when the text is no JSON
   */
  String inRequest(String json) throws UnrecordableException, JsonProcessingException {
    return masked(json, SecretValues::isSecret);
  }

  /** As above, for the body of a response. */
  String inResponse(Operation operation, int status, String json)
      throws UnrecordableException, JsonProcessingException {
    if (status >= REJECTED) {
      return JsonText.edit(masked(json, SecretValues::isSecret), this::quoted);
    }
    boolean all = operation.id().equals(READS_CONFIGURATION);
    return masked(json, names -> all || isSecret(names));
  }

  private static boolean isSecret(List<String> names) {
    return !names.isEmpty() && (SECRET_NAME.matcher(names.get(0)).find() || isConfiguration(names));
  }

  /** Rights have a row for the configuration too; a configuration may have any key. */
  private static boolean isConfiguration(List<String> names) {
    int outermost = -1;
    for (int i = 0; i < names.size(); i++) {
      if (CONFIGURATION.equalsIgnoreCase(names.get(i)) || RIGHTS.equalsIgnoreCase(names.get(i))) {
        outermost = i;
      }
    }
    return outermost >= 0 && CONFIGURATION.equalsIgnoreCase(names.get(outermost));
  }

  /** Which values are secrets, by the names that hold them. */
  @FunctionalInterface
  private interface Secret {
    boolean is(List<String> names);
  }

  private String masked(String json, Secret secret)
      throws UnrecordableException, JsonProcessingException {
    // A number in the place of a text is rejected by servers, and a masked one would not be.
    boolean[] number = {false};
    String masked =
        JsonText.edit(
            json,
            (names, value) -> {
              boolean isSecret = secret.is(names);
              number[0] |= isSecret && value.isNumber();
              return value.isTextual() ? masked(value.textValue(), isSecret) : Optional.empty();
            });
    if (number[0]) {
      throw new UnrecordableException("a secret value in it is a number, and cannot be masked");
    }
    return masked;
  }

  private Optional<JsonNode> masked(String text, boolean isSecret) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (isSecret) {
      known.add(text);
      return Optional.of(TextNode.valueOf(mask.of(text)));
    }
    String other = USER_IN_URL.matcher(text).replaceAll(user -> mask.of(user.group()));
    return Optional.of(other).filter(each -> !each.equals(text)).map(TextNode::valueOf);
  }

  /** A message without the secrets that it quotes. */
  private Optional<JsonNode> quoted(List<String> names, JsonNode value) {
    String text = value.asText();
    for (String secret : known) {
      if (secret.length() >= SHORTEST_IN_MESSAGES) {
        text = text.replace(secret, mask.of(secret));
      }
    }
    return value.isTextual() && !text.equals(value.textValue())
        ? Optional.of(TextNode.valueOf(text))
        : Optional.empty();
  }
}
