package dev.erpsync.spec.codec;

import static javax.xml.XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Values of a type as elements. One instance writes one document. */
final class XmlWriter {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_.-]*");

  private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>");

  /** The whole document. */
  String document(Type type, JsonNode value) {
    String name = type.element();
    String declaration =
        holdsNull(value) ? " xmlns:xsi=\"" + W3C_XML_SCHEMA_INSTANCE_NS_URI + "\"" : "";
    element(name, declaration, type, value, "");
    return out.toString();
  }

  private void element(String name, String attributes, Type type, JsonNode value, String path) {
    if (!NAME.matcher(name).matches()) {
      throw new CodecException(path + ": not the name of an element");
    }
    out.append('<').append(name).append(attributes);
    if (value.isNull()) {
      out.append(" xsi:nil=\"true\"/>");
      return;
    }
    out.append('>');
    int before = out.length();
    content(type, value, path);
    if (out.length() == before) {
      out.insert(before - 1, '/');
    } else {
      out.append("</").append(name).append('>');
    }
  }

  private void content(Type type, JsonNode value, String path) {
    if (value.isArray()) {
      items(type, value, path);
    } else if (value.isObject() && type.kind() == Type.Kind.DICTIONARY) {
      value.properties().forEach(pair -> pair(type, pair.getKey(), pair.getValue(), path));
    } else if (value.isObject()) {
      for (var member : value.properties()) {
        Type property = type.property(member.getKey()).orElseGet(type::any);
        String name = member.getKey();
        element(name, "", property, member.getValue(), path + "/" + name);
      }
    } else {
      text(value.asText(), path);
    }
  }

  private void items(Type type, JsonNode value, String path) {
    if (type.kind() != Type.Kind.ARRAY) {
      throw new CodecException(
          path + ": an array, and the contract names no element for its items");
    }
    Type item = type.items();
    for (int i = 0; i < value.size(); i++) {
      element(item.element(), "", item, value.get(i), path + "/" + i);
    }
  }

  private void pair(Type type, String key, JsonNode value, String path) {
    String at = path + "/" + key;
    out.append('<').append(XmlCodec.PAIR).append("><Key>");
    text(key, at);
    out.append("</Key>");
    element("Value", "", type.values(), value, at);
    out.append("</").append(XmlCodec.PAIR).append('>');
  }

  private void text(String text, String path) {
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int c = text.codePointAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        // Text may not hold "]]>".
        case '>' -> out.append("&gt;");
        // A reader makes a line feed of it.
        case '\r' -> out.append("&#13;");
        default -> {
          if (!XmlCharacters.canHold(c)) {
            String where = path.isEmpty() ? "the value" : path;
            throw new CodecException(
                "%s: XML cannot hold the character at index %d".formatted(where, i));
          }
          out.appendCodePoint(c);
        }
      }
    }
  }

  private static boolean holdsNull(JsonNode value) {
    return value.isNull() || value.valueStream().anyMatch(XmlWriter::holdsNull);
  }
}
