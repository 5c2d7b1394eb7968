package dev.erpsync.conformance.replay;

import dev.erpsync.conformance.format.MediaTypes;
import dev.erpsync.conformance.format.Wire;
import java.util.Locale;

/** How bodies are written on the wire. */
public enum Encoding {
  /** As documented. */
  JSON(Wire.DOCUMENTED),
  /** Requests and answers. */
  XML(Wire.sending(MediaTypes.XML).accepting(MediaTypes.XML)),
  /** Requests; there are no answers in it, so that the documented JSON is accepted. */
  FORM(Wire.sending(MediaTypes.FORM));

  private final Wire wire;

  Encoding(Wire wire) {
    this.wire = wire;
  }

  /** How a documented call is put on the wire. */
  public Wire wire() {
    return wire;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
