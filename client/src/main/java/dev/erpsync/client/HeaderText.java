package dev.erpsync.client;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may stand in a header. java.net.http checks this too, but quotes the value in its message,
 * and the value may be a secret.
 */
final class HeaderText {
  /** RFC 9110, section 5.6.2. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Pattern PRINTABLE = Pattern.compile("[!-~]([ -~]*[!-~])?");

  /** Set by the client itself, or by the connection. */
  private static final Set<String> RESERVED =
      Set.of(
          "accept",
          "authorization",
          "connection",
          "content-length",
          "content-type",
          "expect",
          "host",
          "transfer-encoding",
          "upgrade");

  private HeaderText() {}

  /** The value, if a header can carry it. */
  static String checked(String what, String value) {
    Objects.requireNonNull(value, what);
    if (!PRINTABLE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          what + " must be printable ASCII, not blank, without spaces around it");
    }
    return value;
  }

  /** The name, if a caller may set a header of this name. */
  static String checkedName(String name) {
    if (!TOKEN.matcher(name).matches()) {
      throw new IllegalArgumentException("not a header name: " + name);
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("the client itself sets the header " + name);
    }
    return name;
  }
}
