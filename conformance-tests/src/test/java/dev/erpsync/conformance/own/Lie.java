package dev.erpsync.conformance.own;

import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What becomes of an answer, seen together with what was asked. */
interface Lie extends BiFunction<Request, Response, Response> {
  static Lie text(String old, String other) {
    return changed(text -> text.replace(old, other));
  }

  static Lie whole(String body) {
    return changed(text -> body);
  }

  private static Lie changed(UnaryOperator<String> change) {
    return (request, r) -> new Response(r.status(), r.headers(), change.apply(r.text()));
  }

  static Lie both(Lie one, Lie other) {
    return (request, r) -> other.apply(request, one.apply(request, r));
  }

  static Lie status(int status) {
    return (request, r) -> new Response(status, r.headers(), r.text());
  }

  static Lie header(String name, @Nullable String value) {
    return (request, r) -> {
      Map<String, List<String>> headers = new HashMap<>(r.headers());
      headers.keySet().removeIf(name::equalsIgnoreCase);
      if (value != null) {
        headers.put(name, List.of(value));
      }
      return new Response(r.status(), headers, r.text());
    };
  }
}
