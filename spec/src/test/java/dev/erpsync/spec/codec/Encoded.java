package dev.erpsync.spec.codec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One side of a documented exchange.
 *
 * @param name such as {@code CreateActorLink-000-request}, also the name of the files that hold the
 *     side in other encodings
 * @param schema where its schema stands in the contract
 * @param value the documented body
 */
record Encoded(String name, JsonPointer schema, JsonNode value) {
  static final Contract CONTRACT = Contract.erpSync();
  private static final String JSON = "application/json";
  private static final Path FILES = Path.of("src/test/resources/dev/erpsync/spec/codec");

  /** Every documented body that travels; the null of a 204 does not. */
  static List<Encoded> all() {
    List<Encoded> all = new ArrayList<>(requests());
    for (Sample sample : Sample.all()) {
      operation(sample)
          .responseSchema(CONTRACT, sample.status(), JSON)
          .map(schema -> new Encoded(sample.name() + "-response", schema, body(sample.response())))
          .ifPresent(all::add);
    }
    return all;
  }

  static List<Encoded> requests() {
    return Sample.all().stream()
        .filter(sample -> sample.request().body().isPresent())
        .map(
            sample ->
                new Encoded(
                    sample.name() + "-request",
                    operation(sample).requestSchema(JSON).orElseThrow(),
                    body(sample.request())))
        .toList();
  }

  /** Whether there is a file with this side: one for each form that a body can have. */
  boolean isWrittenDown(String extension) {
    return Files.exists(FILES.resolve(name + extension));
  }

  /** The lines of the file that holds this side in another encoding. */
  List<String> lines(String extension) {
    try {
      return Files.readAllLines(FILES.resolve(name + extension));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonPointer schema(String name) {
    return JsonPointer.compile("/components/schemas").appendProperty(name);
  }

  @Override
  public String toString() {
    return name;
  }

  private static JsonNode body(Sample.Message message) {
    return message.body().orElseThrow();
  }

  private static Operation operation(Sample sample) {
    return CONTRACT.operation(sample.operation()).orElseThrow();
  }
}
