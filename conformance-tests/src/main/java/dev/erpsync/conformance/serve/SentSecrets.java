package dev.erpsync.conformance.serve;

import dev.erpsync.conformance.report.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What in an exchange proves who calls, so that it can be kept out of what is told. */
public final class SentSecrets {
  /** A shorter value of a cookie is a setting, and hiding it would hide half of a report. */
  private static final int SHORTEST = 6;

  /** A scheme with nothing behind it, or with so little that hiding it protects nobody. */
  private static final Pattern NO_SECRET =
      Pattern.compile("(\\S+\\s+)?\\S{0,3}|Basic|SoTicket|Bearer", Pattern.CASE_INSENSITIVE);

  private static final List<String> PLAIN =
      List.of("Authorization", "Proxy-Authorization", "SO-AppToken", "X-XSRF-TOKEN");

  private SentSecrets() {}

  /**
   * Keeps the secrets of an exchange out.
   *
   * @param known names of query parameters that hold none
   */
  public static Redaction redaction(Passed passed, List<String> known) {
    Map<String, List<String>> answered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    answered.putAll(passed.answered());
    List<String> secrets = new ArrayList<>();
    for (String name : PLAIN) {
      passed.request().header(name).ifPresent(secrets::add);
      secrets.addAll(answered.getOrDefault(name, List.of()));
    }
    secrets.removeIf(value -> NO_SECRET.matcher(value.strip()).matches());
    List<String> cookies = new ArrayList<>();
    passed.request().header("Cookie").ifPresent(value -> cookies.addAll(split(value)));
    answered.getOrDefault("Set-Cookie", List.of()).forEach(c -> cookies.add(split(c).get(0)));
    cookies.stream()
        .map(cookie -> cookie.substring(cookie.indexOf('=') + 1).strip())
        .filter(value -> value.length() >= SHORTEST)
        .forEach(secrets::add);
    SentParameters.query(passed.request().query())
        .forEach(
            (name, values) -> {
              if (!known.contains(name)) {
                values.stream().filter(v -> v.length() >= SHORTEST).forEach(secrets::add);
              }
            });
    return new Redaction(secrets);
  }

  private static List<String> split(String cookies) {
    return List.of(cookies.split(";", -1));
  }
}
