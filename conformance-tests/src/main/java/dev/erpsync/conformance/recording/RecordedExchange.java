package dev.erpsync.conformance.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.spec.Sample;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An exchange of a recording.
 *
 * @param sample request and response; the value of the request body has the names as they were sent
 * @param text the request body to be sent as it is; empty when there is none, or only its value is
 *     known
 * @param file where it stands
 * @param line where it begins there, from 1
 */
public record RecordedExchange(Sample sample, Optional<String> text, Path file, int line) {
  /** The id of the operation. */
  public String operation() {
    return sample.operation();
  }

  /** The value of the request body; empty when there is no body. */
  public Optional<JsonNode> sent() {
    return sample.request().body();
  }
}
