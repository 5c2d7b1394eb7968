package dev.erpsync.spec.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Scalars as text. What is no literal of the wanted type stays text. */
final class Literals {
  /** As many digits as Jackson takes in a number. */
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,1000}");

  private static final int INT_BITS = 31;
  private static final int LONG_BITS = 63;

  private Literals() {}

  static JsonNode read(Type type, String text) {
    return switch (type.kind()) {
      case INTEGER -> INTEGER.matcher(text).matches() ? integer(text) : TextNode.valueOf(text);
      case BOOLEAN ->
          switch (text) {
            case "true", "1" -> BooleanNode.TRUE;
            case "false", "0" -> BooleanNode.FALSE;
            default -> TextNode.valueOf(text);
          };
      default -> TextNode.valueOf(text);
    };
  }

  /** The same node class that Jackson makes of the number, so that trees can be compared. */
  private static JsonNode integer(String text) {
    BigInteger value = new BigInteger(text);
    if (value.bitLength() <= INT_BITS) {
      return IntNode.valueOf(value.intValue());
    }
    return value.bitLength() <= LONG_BITS
        ? LongNode.valueOf(value.longValue())
        : BigIntegerNode.valueOf(value);
  }
}
