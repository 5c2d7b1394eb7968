package dev.erpsync.spec.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The value that a JSON Patch works on: the six operations of RFC 6902, section 4. */
final class PatchTarget {
  /** No value of the contract is a tenth as deep. */
  private static final int DEEPEST = 64;

  /** Copies can double a value with every operation; these bound what a small body can cost. */
  private static final int MOST_VALUES = 100_000;

  private static final int MOST_CHARACTERS = 1_000_000;

  /** An insertion or a removal shifts all later items of the array. */
  private static final int MOST_SHIFTED = 10_000_000;

  /** RFC 6901, section 4: no leading zeros. More digits than an array can have items. */
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

  /** RFC 6901, section 3: a tilde only as ~0 or ~1. */
  private static final Pattern BARE_TILDE = Pattern.compile("~(?![01])");

  private JsonNode root;
  private int values;
  private long characters;
  private long shifted;

  PatchTarget(JsonNode root) {
    this.root = root;
  }

  JsonNode root() {
    return root;
  }

  void add(String path, JsonNode value) {
    List<String> tokens = tokens(path);
    if (tokens.size() + depth(value) > DEEPEST) {
      throw new CodecException("nested deeper than " + DEEPEST);
    }
    if (tokens.isEmpty()) {
      root = value;
      return;
    }
    JsonNode parent = find(tokens.subList(0, tokens.size() - 1));
    String last = tokens.get(tokens.size() - 1);
    if (parent instanceof ObjectNode object) {
      object.set(last, value);
    } else if (parent instanceof ArrayNode array) {
      int index = last.equals("-") ? array.size() : index(last, array.size());
      shift(array.size() - index);
      array.insert(index, value);
    } else {
      throw new CodecException("the parent is neither object nor array");
    }
  }

  JsonNode remove(String path) {
    List<String> tokens = tokens(path);
    if (tokens.isEmpty()) {
      throw new CodecException("the whole cannot be removed");
    }
    JsonNode value = find(tokens);
    JsonNode parent = find(tokens.subList(0, tokens.size() - 1));
    String last = tokens.get(tokens.size() - 1);
    if (parent instanceof ObjectNode object) {
      object.remove(last);
    } else {
      int index = Integer.parseInt(last);
      shift(parent.size() - index);
      ((ArrayNode) parent).remove(index);
    }
    return value;
  }

  void replace(String path, JsonNode value) {
    List<String> tokens = tokens(path);
    find(tokens);
    if (!tokens.isEmpty() && find(tokens.subList(0, tokens.size() - 1)).isArray()) {
      remove(path);
    }
    add(path, value);
  }

  void move(String from, String path) {
    find(tokens(from));
    if (path.startsWith(from + "/")) {
      throw new CodecException("a value cannot be moved into itself");
    }
    if (!path.equals(from)) {
      JsonNode value = remove(from);
      charge(value);
      add(path, value);
    }
  }

  void copy(String from, String path) {
    JsonNode value = find(tokens(from));
    charge(value);
    add(path, value.deepCopy());
  }

  void test(String path, JsonNode value) {
    if (!find(tokens(path)).equals(PatchTarget::compare, value)) {
      throw new CodecException("the test fails");
    }
  }

  private JsonNode find(List<String> tokens) {
    JsonNode node = root;
    for (String token : tokens) {
      node = node.isArray() ? node.get(index(token, node.size() - 1)) : node.path(token);
      if (node.isMissingNode()) {
        throw new CodecException("nothing is there");
      }
    }
    return node;
  }

  private static int index(String token, int highest) {
    if (!INDEX.matcher(token).matches()) {
      throw new CodecException("not an array index");
    }
    int index = Integer.parseInt(token);
    if (index > highest) {
      throw new CodecException("an array index out of bounds");
    }
    return index;
  }

  private static List<String> tokens(String pointer) {
    boolean rooted = pointer.isEmpty() || pointer.startsWith("/");
    if (!rooted || BARE_TILDE.matcher(pointer).find()) {
      throw new CodecException("not a JSON Pointer");
    }
    return Arrays.stream(pointer.split("/", -1))
        .skip(1)
        .map(token -> token.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  /** RFC 6902, section 4.6: numbers are equal when their values are. */
  private static int compare(JsonNode a, JsonNode b) {
    if (!a.isNumber() || !b.isNumber()) {
      return a.equals(b) ? 0 : 1;
    }
    boolean finite = Double.isFinite(a.doubleValue()) && Double.isFinite(b.doubleValue());
    return finite
        ? a.decimalValue().compareTo(b.decimalValue())
        : Double.compare(a.doubleValue(), b.doubleValue());
  }

  private static int depth(JsonNode value) {
    return value.isContainerNode()
        ? 1 + value.valueStream().mapToInt(PatchTarget::depth).max().orElse(0)
        : 0;
  }

  /** Counts the values and characters of a value, until there are too many. */
  private void charge(JsonNode value) {
    values++;
    if (value.isObject()) {
      for (var property : value.properties()) {
        characters += property.getKey().length();
        charge(property.getValue());
      }
    } else if (value.isArray()) {
      value.forEach(this::charge);
    } else {
      characters += value.asText().length();
    }
    if (values > MOST_VALUES) {
      throw tooMuch(MOST_VALUES, "values are copied or moved");
    }
    if (characters > MOST_CHARACTERS) {
      throw tooMuch(MOST_CHARACTERS, "characters are copied or moved");
    }
  }

  private void shift(int items) {
    shifted += items;
    if (shifted > MOST_SHIFTED) {
      throw tooMuch(MOST_SHIFTED, "array items are shifted");
    }
  }

  private static CodecException tooMuch(int most, String what) {
    return new CodecException("more than %,d %s".formatted(most, what));
  }
}
