package dev.erpsync.conformance.format;

import java.util.Locale;

/** Media types as text. */
public final class MediaTypes {
  public static final String JSON = "application/json";
  public static final String XML = "application/xml";
  public static final String HTML = "text/html";
  public static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON_PATCH = "application/json-patch+json";

  private MediaTypes() {}

  /** The type without parameters, in small letters. */
  public static String essence(String header) {
    int end = header.indexOf(';');
    return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** Whether it is XML. */
  public static boolean isXml(String essence) {
    return essence.endsWith("/xml") || essence.endsWith("+xml");
  }

  /** Whether it is a form. */
  public static boolean isForm(String essence) {
    return essence.equals(FORM);
  }

  /** Whether it is a list of changes to a value. */
  public static boolean isJsonPatch(String essence) {
    return essence.equals(JSON_PATCH);
  }

  /** Whether it says how to change a value rather than what the value is. */
  static boolean isPatch(String essence) {
    return essence.endsWith("-patch+json");
  }
}
