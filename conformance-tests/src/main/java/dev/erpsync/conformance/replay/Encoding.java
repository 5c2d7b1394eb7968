package dev.erpsync.conformance.replay;

import java.util.Locale;

/** How bodies are written on the wire. */
public enum Encoding {
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
