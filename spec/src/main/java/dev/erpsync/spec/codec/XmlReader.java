package dev.erpsync.spec.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Elements as values of a type. Paths in messages start below the root element. */
final class XmlReader {
  private XmlReader() {}

  static JsonNode read(Type type, XmlElement element, String path) {
    if (element.nil()) {
      return NullNode.instance;
    }
    boolean plain = element.children().isEmpty();
    return switch (type.kind()) {
      case OBJECT -> onlyText(element) ? text(element) : members(type, element, path);
      case DICTIONARY -> onlyText(element) ? text(element) : pairs(type, element, path);
      case ARRAY -> onlyText(element) ? text(element) : items(type, element, path);
      case STRING -> plain ? text(element) : members(type.any(), element, path);
      // XML Schema strips blanks around everything but strings.
      case INTEGER, BOOLEAN ->
          plain ? Literals.read(type, element.text().strip()) : members(type.any(), element, path);
      case ANY -> plain ? text(element) : members(type, element, path);
    };
  }

  /** Text where elements belong: it is kept, so that the check against the contract names it. */
  private static boolean onlyText(XmlElement element) {
    return element.children().isEmpty() && !element.text().isBlank();
  }

  private static JsonNode text(XmlElement element) {
    return TextNode.valueOf(element.text());
  }

  private static JsonNode members(Type type, XmlElement element, String path) {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    for (XmlElement child : element.children()) {
      var known = type.spelling(child.name());
      if (known.isPresent()) {
        String name = child.name();
        String at = path + "/" + name;
        if (members.remove(name) != null && !type.lastCounts()) {
          throw child.error(at, "given twice");
        }
        members.set(name, read(type.property(known.get()).orElseThrow(), child, at));
      } else {
        gather(members, child.name(), read(type.any(), child, ""));
      }
    }
    return members;
  }

  /** The contract does not know whether this is an array, so it is one when it must be. */
  private static void gather(ObjectNode members, String name, JsonNode value) {
    JsonNode before = members.get(name);
    if (before instanceof ArrayNode values) {
      values.add(value);
    } else if (before != null) {
      members.putArray(name).add(before).add(value);
    } else {
      members.set(name, value);
    }
  }

  private static JsonNode items(Type type, XmlElement element, String path) {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    Type item = type.items();
    for (XmlElement child : element.children()) {
      items.add(read(item, named(type, item.element(), child, path), path + "/" + items.size()));
    }
    return items;
  }

  private static JsonNode pairs(Type type, XmlElement element, String path) {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    for (XmlElement child : element.children()) {
      XmlElement pair = named(type, XmlCodec.PAIR, child, path);
      XmlElement key = part(type, pair, "Key", path);
      if (pair.children().size() != 2 || key.nil() || !key.children().isEmpty()) {
        throw pair.error(path, "a pair has one Key, a text, and one Value");
      }
      if (members.has(key.text()) && !type.lastCounts()) {
        throw key.error(path, "a key given twice");
      }
      String at = path + "/" + key.text();
      members.set(key.text(), read(type.values(), part(type, pair, "Value", path), at));
    }
    return members;
  }

  private static XmlElement named(Type type, String name, XmlElement element, String path) {
    if (!type.isSame(name, element.name())) {
      throw element.error(path, "only elements " + name + " belong here");
    }
    return element;
  }

  private static XmlElement part(Type type, XmlElement pair, String name, String path) {
    return pair.children().stream()
        .filter(child -> type.isSame(name, child.name()))
        .findFirst()
        .orElseThrow(() -> pair.error(path, "a pair without " + name));
  }
}
