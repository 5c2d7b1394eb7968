package dev.erpsync.server.http.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.spec.Violation;
import dev.erpsync.spec.codec.XmlCharacters;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds scalars that no later step can handle: characters that XML 1.0 cannot hold, and numbers
 * whose exponent is out of the range of a 64-bit float. Digits of such a number could fill the
 * memory. (D9)
 */
public final class Scalars {
  /** Enough to see what is wrong, however many there are. */
  static final int MOST = 100;

  private static final int LOWEST_EXPONENT = -324;
  private static final int HIGHEST_EXPONENT = 308;

  private final List<Violation> found = new ArrayList<>();

  /** The names and indexes that lead to the current value; joined only for a violation. */
  private final Deque<String> path = new ArrayDeque<>();

  private Scalars() {}

  /** Returns the first violations in a value, names of properties included; 100 at most. */
  public static List<Violation> violations(JsonNode value) {
    var scalars = new Scalars();
    scalars.walk(value);
    return List.copyOf(scalars.found);
  }

  /** Returns the violation of a text, if there is any. */
  static List<Violation> violations(String text) {
    return XmlCharacters.canHold(text) ? List.of() : List.of(characters(""));
  }

  private void walk(JsonNode value) {
    if (found.size() == MOST) {
      return;
    }
    if (value.isObject()) {
      for (var property : value.properties()) {
        path.addLast(property.getKey());
        if (!XmlCharacters.canHold(property.getKey())) {
          report(characters(pointer()));
        }
        walk(property.getValue());
        path.removeLast();
      }
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        path.addLast(Integer.toString(i));
        walk(value.get(i));
        path.removeLast();
      }
    } else if (value.isTextual() && !XmlCharacters.canHold(value.textValue())) {
      report(characters(pointer()));
    } else if (!isInRange(value)) {
      report(new Violation(pointer(), "range", "not in the range of a 64-bit float", "number"));
    }
  }

  private void report(Violation violation) {
    if (found.size() < MOST) {
      found.add(violation);
    }
  }

  private static boolean isInRange(JsonNode value) {
    if (value.isBigDecimal()) {
      BigDecimal number = value.decimalValue();
      long exponent = (long) number.precision() - number.scale() - 1;
      return exponent >= LOWEST_EXPONENT && exponent <= HIGHEST_EXPONENT;
    }
    return !value.isFloatingPointNumber() || Double.isFinite(value.doubleValue());
  }

  private static Violation characters(String pointer) {
    return new Violation(pointer, "characters", "a character that XML 1.0 cannot hold", "string");
  }

  /** Messages and the journal show this pointer, so it holds no such character itself. */
  private String pointer() {
    var pointer = new StringBuilder();
    for (String name : path) {
      pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
    }
    return XmlCharacters.replaced(pointer.toString());
  }
}
