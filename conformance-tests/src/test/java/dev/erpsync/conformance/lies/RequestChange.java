package dev.erpsync.conformance.lies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.http.Content;

/** Changes requests on their way to the honest server as a row says. */
final class RequestChange {
  private final JsonNode how;

  RequestChange(JsonNode how) {
    this.how = how;
  }

  Message apply(Message asked) {
    Message said = asked;
    if (how.has("text")) {
      said = said.saying(Content.of(AnswerChange.replaced(how.path("text"), said.text())));
    }
    if (how.has("patch")) {
      said = said.saying(Content.of(AnswerChange.patched(how.path("patch"), said.text())));
    }
    for (var header : how.path("headers").properties()) {
      said =
          header.getValue().isNull()
              ? said.without(header.getKey())
              : said.with(header.getKey(), header.getValue().asText());
    }
    String[] path = said.target().split("\\?", 2);
    String query = how.path("query").asText(path.length > 1 ? path[1] : "");
    String target = how.path("path").asText(path[0]) + (query.isEmpty() ? "" : "?" + query);
    String method = how.path("method").asText(said.start().split(" ", 2)[0]);
    return said.withStart(method + " " + target + " HTTP/1.1");
  }
}
