package dev.erpsync.conformance;

import dev.erpsync.conformance.replay.Encoding;
import java.util.List;

/** What {@code --encoding} takes. */
enum EncodingChoice {
  JSON,
  XML,
  FORM,
  ALL;

  List<Encoding> encodings() {
    return this == ALL ? List.of(Encoding.values()) : List.of(Encoding.valueOf(name()));
  }
}
