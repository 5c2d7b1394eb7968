package dev.erpsync.conformance.replay;

import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What no refusal may tell: where in its code a target failed, and of which version it is; and what
 * no answer may repeat: the credentials that it was sent. (D5)
 */
public final class Leaks {
  private static final int REFUSED = 400;
  private static final List<String> SECRETS = List.of("Authorization", "SO-AppToken");

  /** Shorter ones may be part of an answer by chance. */
  private static final int SHORTEST_SECRET = 8;

  private static final List<String> BANNERS =
      List.of("Server", "X-Powered-By", "X-AspNet-Version", "X-AspNetMvc-Version");
  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)*");
  private static final Pattern TRACE =
      Pattern.compile(
          "\\bat [\\w$.<>/]+\\([^)\\n]*\\)|Caused by: |Traceback \\(most recent call last\\)"
              + "|\\b(java|javax|jakarta|org|com|System)\\.[\\w.$]+(Exception|Error)\\b");
  private static final Pattern PRODUCT =
      Pattern.compile(
          "\\b(Jetty|Tomcat|Undertow|Jersey|nginx|Apache|IIS|Kestrel|ASP\\.NET|Express)\\b\\D{0,12}\\d",
          Pattern.CASE_INSENSITIVE);

  private Leaks() {}

  /** What an answer tells of its request, and, when it refuses that, of its target. */
  public static List<Difference> in(Request sent, Response response) {
    List<Difference> leaks = new ArrayList<>();
    for (String secret : secrets(sent)) {
      if (response.text().contains(secret)) {
        leaks.add(new Difference("", "no credentials", "those of the request"));
      }
      response
          .headers()
          .forEach(
              (name, values) -> {
                if (values.stream().anyMatch(value -> value.contains(secret))) {
                  leaks.add(new Difference(name, "no credentials", "those of the request"));
                }
              });
    }
    if (response.status() >= REFUSED) {
      leaks.addAll(trace(response));
    }
    return leaks;
  }

  private static List<String> secrets(Request sent) {
    List<String> secrets = new ArrayList<>();
    for (String name : SECRETS) {
      String value = sent.header(name).orElse("").replaceFirst("^\\w+\\s+", "");
      secrets.add(value);
      secrets.add(decoded(value));
    }
    secrets.removeIf(secret -> secret.length() < SHORTEST_SECRET);
    return secrets;
  }

  /** Name and password of Basic; empty when it is nothing of that kind. */
  private static String decoded(String value) {
    try {
      return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** What a refusal of HTTP itself tells of its target; there a server speaks, and no service. */
  public static List<Difference> in(Response response) {
    List<Difference> leaks = new ArrayList<>();
    for (String name : BANNERS) {
      String value = String.join(", ", response.header(name));
      if (VERSION.matcher(value).find()) {
        leaks.add(new Difference(name, "no version", value));
      }
    }
    leaks.addAll(trace(response));
    if (PRODUCT.matcher(response.text()).find()) {
      leaks.add(new Difference("", "no version banner", response.text()));
    }
    return leaks;
  }

  private static List<Difference> trace(Response response) {
    return TRACE.matcher(response.text()).find()
        ? List.of(new Difference("", "no stack trace", response.text()))
        : List.of();
  }
}
