package dev.erpsync.spec.codec;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Values of a type as the fields of a form. One instance writes one form. */
final class FormWriter {
  private final StringJoiner fields = new StringJoiner("&");

  /** The whole form. */
  String form(Type type, JsonNode value) {
    if (!value.isObject()) {
      throw new CodecException("a form holds an object");
    }
    members(type, value, "");
    return fields.toString();
  }

  private void field(String name, Type type, JsonNode value) {
    if (value.isNull()) {
      return;
    }
    if (!value.isContainerNode()) {
      fields.add(encode(name) + "=" + encode(value.asText()));
      return;
    }
    int before = fields.length();
    if (value.isArray() && type.kind() == Type.Kind.ARRAY) {
      items(type, value, name);
    } else if (value.isObject() && type.kind() == Type.Kind.DICTIONARY) {
      value.properties().forEach(e -> field(name + "." + e.getKey(), type.values(), e.getValue()));
    } else if (value.isObject() && type.kind() == Type.Kind.OBJECT) {
      members(type, value, name + ".");
    } else {
      throw new CodecException(name + ": the contract names no parts of it");
    }
    if (fields.length() == before) {
      throw new CodecException(name + ": a form cannot hold what is empty");
    }
  }

  private void members(Type type, JsonNode value, String prefix) {
    for (var member : value.properties()) {
      Type property = type.property(member.getKey()).orElseGet(type::any);
      field(prefix + member.getKey(), property, member.getValue());
    }
  }

  private void items(Type type, JsonNode value, String name) {
    for (int i = 0; i < value.size(); i++) {
      if (value.get(i).isNull()) {
        throw new CodecException(name + "[" + i + "]: a form cannot hold null");
      }
      field(name + "[" + i + "]", type.items(), value.get(i));
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
