package dev.erpsync.spec.codec;

import java.util.List;

/**
 * An element of an XML document.
 *
 * @param name local name; namespaces do not count
 * @param line where its start tag ends, from 1
 * @param column as line
 * @param nil whether it says {@code xsi:nil="true"}
 * @param text all text directly in it
 * @param children in the order of the document
 */
record XmlElement(
    String name, int line, int column, boolean nil, String text, List<XmlElement> children) {

  /** An error at this element. */
  CodecException error(String path, String message) {
    String place = path.isEmpty() ? "" : ", " + path;
    return new CodecException("line %d, column %d%s: %s".formatted(line, column, place, message));
  }
}
