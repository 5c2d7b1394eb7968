package dev.erpsync.conformance.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Requests of the JDK's server in the words of the kit. */
public final class Incoming {
  private Incoming() {}

  /** Path and query as they stand in the request line, byte by byte. */
  public static String target(HttpExchange exchange) {
    // The text that was parsed: a path with two slashes at its start would be taken for a host.
    String text = exchange.getRequestURI().toString();
    return text.startsWith("/")
        ? text
        : text.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*", "");
  }

  /** The request; several headers of one name are joined, as cookies and lists are. */
  public static Request of(HttpExchange exchange, Body body) {
    String target = target(exchange);
    int mark = target.indexOf('?');
    return new Request(
        exchange.getRequestMethod(),
        mark < 0 ? target : target.substring(0, mark),
        mark < 0 ? "" : target.substring(mark + 1),
        joined(exchange.getRequestHeaders()),
        Optional.of(body).filter(each -> !each.isEmpty()).map(Body::content));
  }

  /** The request without what stood in it, for answers that depend on its headers only. */
  public static Request of(HttpExchange exchange) {
    return of(exchange, new Body(Content.of(new byte[0]), 0));
  }

  private static Map<String, String> joined(Headers headers) {
    Map<String, String> joined = new LinkedHashMap<>();
    headers.forEach(
        (name, values) ->
            joined.put(name, String.join(name.equalsIgnoreCase("Cookie") ? "; " : ", ", values)));
    return joined;
  }
}
