package dev.erpsync.spec.codec;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The charset that an XML document says it is in: XML 1.0, appendix F. */
final class XmlCharset {
  /** The declaration is the first thing in a document, and short. */
  private static final int DECLARATION = 256;

  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']*)[\"']");

  private XmlCharset() {}

  static Charset of(byte[] xml) {
    int head = xml.length < 2 ? 0 : Byte.toUnsignedInt(xml[0]) << 8 | Byte.toUnsignedInt(xml[1]);
    return switch (head) {
      // A byte order mark in UTF-16, or "<" without one.
      case 0xFEFF, '<' -> StandardCharsets.UTF_16BE;
      case 0xFFFE, '<' << 8 -> StandardCharsets.UTF_16LE;
      // The start of the mark in UTF-8.
      case 0xEFBB -> StandardCharsets.UTF_8;
      default -> declared(xml);
    };
  }

  private static Charset declared(byte[] xml) {
    int length = Math.min(xml.length, DECLARATION);
    Matcher encoding = ENCODING.matcher(new String(xml, 0, length, StandardCharsets.ISO_8859_1));
    if (!encoding.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(encoding.group(1));
    } catch (IllegalArgumentException e) {
      throw new CodecException("the XML declaration: no such encoding", e);
    }
  }
}
