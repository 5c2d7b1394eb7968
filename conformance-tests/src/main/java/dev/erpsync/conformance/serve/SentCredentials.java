package dev.erpsync.conformance.serve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.spec.Contract;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether a request says who sends it, in one of the ways of the contract. That it is true is not
 * asked. (D16)
 */
final class SentCredentials {
  private static final String AUTHORIZATION = "Authorization";

  private final JsonNode schemes;
  private final List<List<String>> alternatives = new ArrayList<>();

  SentCredentials(Contract contract) {
    this.schemes = contract.document().at("/components/securitySchemes");
    for (JsonNode alternative : contract.document().path("security")) {
      List<String> names = new ArrayList<>();
      alternative.fieldNames().forEachRemaining(names::add);
      alternatives.add(names);
    }
  }

  /** Where credentials are missing; they themselves are not told. */
  List<Difference> check(Request request) {
    if (alternatives.stream().anyMatch(each -> each.stream().allMatch(n -> has(n, request)))) {
      return List.of();
    }
    String expected =
        String.join(" or ", alternatives.stream().map(all -> String.join(" with ", all)).toList());
    boolean some = request.header(AUTHORIZATION).isPresent();
    return List.of(
        new Difference(
            AUTHORIZATION,
            "credentials by " + expected,
            some ? "something else, or nothing behind it" : "nothing"));
  }

  private boolean has(String scheme, Request request) {
    JsonNode node = schemes.path(scheme);
    String name = node.path("name").asText();
    if (node.path("type").asText().equals("http")) {
      return authorized(node.path("scheme").asText(), request);
    }
    if (node.path("in").asText().equals("cookie")) {
      return cookies(request)
          .anyMatch(cookie -> cookie.startsWith(name + "=") && !cookie.endsWith("="));
    }
    // A scheme that OpenAPI has no word for, and whose word in the header is its name.
    return name.equalsIgnoreCase(AUTHORIZATION)
        ? authorized(scheme, request)
        : request.header(name).filter(value -> !value.isBlank()).isPresent();
  }

  private static boolean authorized(String word, Request request) {
    String[] parts = request.header(AUTHORIZATION).orElse("").strip().split("\\s+", 2);
    return parts.length == 2
        && parts[0].equalsIgnoreCase(word)
        && (!word.toLowerCase(Locale.ROOT).equals("basic") || isPair(parts[1]));
  }

  /** Name and password, with a colon between them, in Base64 (RFC 7617, section 2). */
  private static boolean isPair(String credentials) {
    try {
      byte[] pair = Base64.getDecoder().decode(credentials);
      return new String(pair, StandardCharsets.ISO_8859_1).contains(":");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Stream<String> cookies(Request request) {
    return Stream.of(request.header("Cookie").orElse("").split(";", -1)).map(String::strip);
  }
}
