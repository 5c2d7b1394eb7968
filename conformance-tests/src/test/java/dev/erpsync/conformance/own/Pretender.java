package dev.erpsync.conformance.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A server that is honest but for one thing. */
@FunctionalInterface
public interface Pretender {
  Response send(Request request, Sender honest) throws IOException;

  /** Does what is asked only of others, and says that it was done. */
  static Pretender only(String operation, String answer) {
    return (request, honest) -> calls(request, operation) ? answer(answer) : honest.send(request);
  }

  /** Does what is asked, and says something else. */
  static Pretender saying(String operation, String old, String other) {
    return (request, honest) -> {
      Response said = honest.send(request);
      return calls(request, operation) && said.status() == 200
          ? new Response(said.status(), said.headers(), said.text().replace(old, other))
          : said;
    };
  }

  /** Does something else than what is asked, and answers as if it had not. */
  static Pretender doing(String operation, Predicate<JsonNode> when, Consumer<ObjectNode> change) {
    return (request, honest) -> {
      JsonNode body = request.body().orElseThrow();
      if (!calls(request, operation) || !when.test(body)) {
        return honest.send(request);
      }
      ObjectNode changed = body.deepCopy();
      change.accept(changed);
      return honest.send(request.with(Content.json(changed)));
    };
  }

  /** Answers what was answered before to the same words. */
  static Pretender stale(String operation) {
    Map<String, Response> answers = new ConcurrentHashMap<>();
    return (request, honest) -> {
      Response answer = honest.send(request);
      Response earlier = answers.putIfAbsent(request.path() + request.body(), answer);
      return earlier != null && calls(request, operation) ? earlier : answer;
    };
  }

  static boolean calls(Request request, String operation) {
    return request.path().endsWith("/" + operation);
  }

  static Response answer(String json) {
    return new Response(200, Optional.of("application/json; charset=utf-8"), json);
  }
}
