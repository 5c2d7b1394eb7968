package dev.erpsync.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a request says of its answer, as far as it has come. Of a head that the parser
 * gives up the rest is only looked through for the headers that count here. Used by one thread at a
 * time.
 */
final class HeardHeaders {
  static final String CONTINUE = "100-continue";

  private int count;
  private @Nullable String accept;
  private @Nullable String contentType;
  private String expect = CONTINUE;

  /** Forgets everything: another request begins. */
  void clear() {
    count = 0;
    accept = null;
    contentType = null;
    expect = CONTINUE;
  }

  /**
   * Takes a header field.
   *
   * @return how many there are by now
   */
  int add(HttpField field) {
    note(field.getName(), field.getValue());
    return ++count;
  }

  /** Looks through what was not parsed, up to the empty line. */
  void addRest(ByteBuffer rest) {
    String text = StandardCharsets.ISO_8859_1.decode(rest.duplicate()).toString();
    text.lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.indexOf(':') > 0)
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              note(line.substring(0, colon), line.substring(colon + 1).strip());
            });
  }

  Optional<String> accept() {
    return Optional.ofNullable(accept);
  }

  Optional<String> contentType() {
    return Optional.ofNullable(contentType);
  }

  /** What the client expects; what every server can do, when it expects nothing. */
  String expect() {
    return expect;
  }

  private void note(String name, @Nullable String value) {
    if (HttpHeader.ACCEPT.is(name)) {
      accept = accept == null ? value : accept + "," + value;
    } else if (HttpHeader.CONTENT_TYPE.is(name)) {
      contentType = value;
    } else if (HttpHeader.EXPECT.is(name) && value != null) {
      expect = value;
    }
  }
}
