package dev.erpsync.conformance.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.http.Response;
import java.util.Optional;

/**
 * An answer and what it says.
 *
 * @param response as it came
 * @param value the value in its body; empty when there is none, or it cannot be read
 * @param form what the body has to be to be read
 */
public record Answer(Response response, Optional<JsonNode> value, String form) {
  /** An answer in JSON. */
  public static Answer json(Response response) {
    return new Answer(response, response.json(), "JSON");
  }

  public int status() {
    return response.status();
  }

  public String text() {
    return response.text();
  }
}
