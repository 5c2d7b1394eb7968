package dev.erpsync.spec.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that is put together from the fields of a form. Messages name it by the JSON pointer of
 * the part of the field name that the contract knows; the rest of a name may be anything.
 */
final class FormNode {
  private static final Pattern MEMBER = Pattern.compile("\\.([^.\\[]*)(.*)", Pattern.DOTALL);
  private static final Pattern ITEM =
      Pattern.compile("\\[(0|[1-9][0-9]{0,4})](.*)", Pattern.DOTALL);

  private static final Pattern BRACKETED = Pattern.compile("\\[([^]]*)](.*)", Pattern.DOTALL);

  /** More names than stand in a row below any dictionary of the contract. */
  private static final int MOST_PARTS = 8;

  private final Type type;
  private final String path;
  private final List<String> values = new ArrayList<>();
  private final Map<String, FormNode> members = new LinkedHashMap<>();
  private final Map<Integer, FormNode> items = new TreeMap<>();

  FormNode(Type type, String path) {
    this.type = type;
    this.path = path;
  }

  /**
   * Puts a field's value where its name says.
   *
   * @param rest what of the name is left for this node: nothing, {@code .member}, {@code [member]}
   *     or {@code [item]}
   */
  void put(String rest, String value) {
    if (rest.isEmpty()) {
      values.add(value);
      return;
    }
    switch (type.kind()) {
      case OBJECT -> putMember(rest, value);
      case DICTIONARY -> putEntry(rest, value);
      case ARRAY -> putItem(rest, value);
      default -> throw error("has no parts");
    }
  }

  private void putMember(String written, String value) {
    Matcher bracketed = BRACKETED.matcher(written);
    boolean index = ITEM.matcher(written).matches();
    String rest =
        bracketed.matches() && !index ? "." + bracketed.group(1) + bracketed.group(2) : written;
    Matcher name = MEMBER.matcher(rest);
    if (!name.matches()) {
      throw error("is no array");
    }
    var known = type.spelling(name.group(1));
    if (known.isPresent()) {
      String key = type.lastCounts() ? known.get() : name.group(1);
      member(key, type.property(known.get()).orElseThrow()).put(name.group(2), value);
    } else {
      member(rest.substring(1), type.any()).put("", value);
    }
  }

  private void putEntry(String rest, String value) {
    Matcher bracketed = BRACKETED.matcher(rest);
    if (bracketed.matches()) {
      member(bracketed.group(1), type.values()).put(bracketed.group(2), value);
      return;
    }
    if (!rest.startsWith(".")) {
      throw error("is no array");
    }
    Type values = type.values();
    int end = values.kind() == Type.Kind.OBJECT ? keyEnd(values, rest) : rest.length();
    member(rest.substring(1, end), values).put(rest.substring(end), value);
  }

  /** A key may hold dots, so it ends before the last dot that a property's name follows. */
  private static int keyEnd(Type values, String rest) {
    int dot = rest.lastIndexOf('.');
    for (int parts = 0; parts < MOST_PARTS && dot > 0; parts++) {
      if (isLeaf(values, rest.substring(dot))) {
        return dot;
      }
      dot = rest.lastIndexOf('.', dot - 1);
    }
    int first = rest.indexOf('.', 1);
    return first < 0 ? rest.length() : first;
  }

  private static boolean isLeaf(Type type, String rest) {
    if (rest.isEmpty()) {
      return true;
    }
    Matcher name = MEMBER.matcher(rest);
    return name.matches()
        && type.spelling(name.group(1))
            .flatMap(type::property)
            .filter(member -> isLeaf(member, name.group(2)))
            .isPresent();
  }

  private void putItem(String rest, String value) {
    if (rest.equals("[]")) {
      values.add(value);
      return;
    }
    Matcher item = ITEM.matcher(rest);
    if (!item.matches()) {
      throw error("no index in brackets");
    }
    items
        .computeIfAbsent(
            Integer.valueOf(item.group(1)), index -> new FormNode(type.items(), path + "/" + index))
        .put(item.group(2), value);
  }

  private FormNode member(String name, Type of) {
    return members.computeIfAbsent(
        name, key -> new FormNode(of, path + "/" + key.replace("~", "~0").replace("/", "~1")));
  }

  /** The value, when all fields are in place. */
  JsonNode toJson() {
    if (!values.isEmpty() && !(members.isEmpty() && items.isEmpty())) {
      throw error("given as a whole and in parts");
    }
    if (!values.isEmpty()) {
      return plain();
    }
    if (!items.isEmpty()) {
      return array();
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    members.forEach((name, member) -> object.set(name, member.toJson()));
    return object;
  }

  private JsonNode array() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (var item : items.entrySet()) {
      if (item.getKey() != array.size()) {
        throw error("no item " + array.size());
      }
      array.add(item.getValue().toJson());
    }
    return array;
  }

  private JsonNode plain() {
    String last = values.get(values.size() - 1);
    boolean scalar = type.kind() != Type.Kind.ANY && type.kind() != Type.Kind.ARRAY;
    boolean single = values.size() == 1 || (type.lastCounts() && scalar);
    boolean text = type.kind() == Type.Kind.STRING || type.kind() == Type.Kind.ANY;
    if (single && last.isEmpty() && type.nullable() && !text) {
      return NullNode.instance;
    }
    if (type.kind() == Type.Kind.ARRAY) {
      return repeated(type.items());
    }
    if (!single && type.kind() != Type.Kind.ANY) {
      throw error("given twice");
    }
    return single ? Literals.read(type, last) : repeated(type);
  }

  private JsonNode repeated(Type item) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(value -> array.add(Literals.read(item, value)));
    return array;
  }

  private CodecException error(String message) {
    return new CodecException(path + ": " + message);
  }
}
