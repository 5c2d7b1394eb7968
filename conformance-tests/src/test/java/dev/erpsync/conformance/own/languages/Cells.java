package dev.erpsync.conformance.own.languages;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** What was tried with one language, and what of it was as it has to be. Not thread-safe. */
final class Cells {
  private final Map<Column, List<String>> tried = new EnumMap<>(Column.class);
  private final Map<Column, List<String>> passed = new EnumMap<>(Column.class);

  /** A test whose end is counted. */
  DynamicTest test(Column column, String name, Executable body) {
    return test(column, name, name, body);
  }

  /**
   * A test whose end is counted.
   *
   * @param counted name in the table, for which all tests of that name must pass
   */
  DynamicTest test(Column column, String counted, String name, Executable body) {
    return dynamicTest(
        column.title() + ": " + name,
        () -> {
          of(tried, column).add(counted);
          body.execute();
          of(passed, column).add(counted);
        });
  }

  /**
   * A test that may fail: the table says whether it did, and a test holds the page against the
   * table.
   */
  DynamicTest look(Column column, String name, Executable body) {
    return dynamicTest(
        column.title() + ": whether " + name,
        () -> {
          of(tried, column).add(name);
          try {
            body.execute();
            of(passed, column).add(name);
          } catch (AssertionError e) {
            // Is not in the table then.
          }
        });
  }

  /** How many were as they have to be, of all that were tried. */
  String count(Column column) {
    return "%d of %d".formatted(of(passed, column).size(), of(tried, column).size());
  }

  /** The names of those that were as they have to be, every time that they were tried. */
  String names(Column column) {
    List<String> left = new ArrayList<>(of(tried, column));
    of(passed, column).forEach(left::remove);
    List<String> names =
        of(tried, column).stream().distinct().filter(each -> !left.contains(each)).toList();
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static List<String> of(Map<Column, List<String>> all, Column column) {
    return all.computeIfAbsent(column, unused -> new ArrayList<>());
  }
}
