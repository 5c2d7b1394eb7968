package dev.erpsync.conformance.replay;

import dev.erpsync.conformance.format.MediaTypes;
import dev.erpsync.conformance.format.Wire;
import java.util.Locale;

/** How bodies are written on the wire. */
public enum Encoding {
  /** As documented. */
  JSON,
  /** Requests and answers. */
  XML,
  /** Requests; there are no answers in it, so that the documented JSON is accepted. */
  FORM;

  /** How a documented call is put on the wire. */
  public Wire wire() {
    return switch (this) {
      case JSON -> Wire.DOCUMENTED;
      case XML -> Wire.sending(MediaTypes.XML).accepting(MediaTypes.XML);
      case FORM -> Wire.sending(MediaTypes.FORM);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
