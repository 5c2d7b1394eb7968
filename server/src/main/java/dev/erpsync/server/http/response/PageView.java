package dev.erpsync.server.http.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A value as a template shows it: a text, a link, a list of names and values, or a table. The names
 * of the components are the template's words.
 *
 * @param kind which of them
 * @param text the text or the address
 * @param members names and values
 * @param columns heads of the table
 * @param rows rows of the table
 */
record PageView(
    Kind kind, String text, List<Member> members, List<String> columns, List<Row> rows) {

  enum Kind {
    TEXT,
    LINK,
    OBJECT,
    TABLE
  }

  /** A name and a value. */
  record Member(PageView name, PageView content) {}

  /** A row of a table. */
  record Row(List<PageView> cells) {}

  /**
   * How a value is shown.
   *
   * @param base only texts that begin so are links: addresses of this server
   */
  static PageView of(JsonNode value, String base) {
    if (value.isObject()) {
      List<Member> members =
          value.properties().stream()
              .map(m -> new Member(text(m.getKey(), base), of(m.getValue(), base)))
              .toList();
      return new PageView(Kind.OBJECT, "", members, List.of(), List.of());
    }
    if (value.isArray() && value.path(0).isObject()) {
      List<String> columns = value.path(0).properties().stream().map(m -> m.getKey()).toList();
      List<Row> rows =
          value
              .valueStream()
              .map(item -> new Row(item.valueStream().map(cell -> of(cell, base)).toList()))
              .toList();
      return new PageView(Kind.TABLE, "", List.of(), columns, rows);
    }
    return text(
        value.isArray()
            ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "))
            : value.isNull() ? "none" : value.asText(),
        base);
  }

  boolean isText() {
    return kind == Kind.TEXT;
  }

  boolean isLink() {
    return kind == Kind.LINK;
  }

  boolean isObject() {
    return kind == Kind.OBJECT;
  }

  boolean isTable() {
    return kind == Kind.TABLE;
  }

  private static PageView text(String text, String base) {
    Kind kind = text.startsWith(base) ? Kind.LINK : Kind.TEXT;
    return new PageView(kind, text, List.of(), List.of(), List.of());
  }
}
