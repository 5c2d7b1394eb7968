package dev.erpsync.conformance.review.diff;

import java.util.List;

/** How a value is written in XML; nobody else's business. */
final class XmlNames {
  private static final List<String> FLAGS = List.of("attribute", "wrapped");
  private static final List<String> TEXTS = List.of("namespace", "prefix");

  private XmlNames() {}

  static void compare(Pair named, Changes changes) {
    if (!named.xml()) {
      return;
    }
    Pair pair = named.resolved().keyword("xml");
    if (named.use().at().isEmpty()) {
      root(named, changes);
    } else {
      text(pair, "name", changes);
    }
    TEXTS.forEach(text -> text(pair, text, changes));
    for (String flag : FLAGS) {
      if (pair.base().isTrue(flag) != pair.head().isTrue(flag)) {
        report(pair, flag, changes);
      }
    }
  }

  /** A root is called by its schema, unless that says otherwise (OpenAPI 3.0.3, XML Object). */
  private static void root(Pair named, Changes changes) {
    String base = root(named.base());
    String head = root(named.head());
    if (!base.equals(head)) {
      Spot at = named.head().resolved();
      changes.inHead(named.rule("xml-root-renamed"), at, named.use(), base, head);
    }
  }

  private static String root(Spot named) {
    String name = named.resolved().node().at("/xml/name").asText();
    return name.isEmpty() ? named.typeName().orElse("") : name;
  }

  private static void text(Pair xml, String keyword, Changes changes) {
    if (!xml.keyword(keyword).isSame()) {
      report(xml, keyword, changes);
    }
  }

  private static void report(Pair xml, String keyword, Changes changes) {
    Pair changed = xml.keyword(keyword);
    changes.keyword(
        xml.rule("xml-" + keyword + "-changed"), changed.base(), changed.head(), xml.use());
  }
}
