package dev.erpsync.conformance.bench.hostile;

import java.util.Set;

/** Bodies that are as deep, as wide or as long as their size permits. */
final class WideBodies {
  private static final Set<Integer> READ_OR_REJECTED = Set.of(200, 204, 400, 413);

  private static final String ENTITIES =
      """
      <!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
      <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
      <!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">]>
      <a>&h;</a>""";

  private WideBodies() {}

  static Observed send(Target target) {
    var table = new Statuses(target, 2);
    int deep = 500_000;
    json(table, "deep arrays", "[".repeat(deep) + "]".repeat(deep));
    json(table, "deep objects", "{\"a\":".repeat(150_000) + "1" + "}".repeat(150_000));
    json(table, "open arrays", "[".repeat(BodyAttacks.MEBIBYTE));
    json(table, "wide object", wide(70_000));
    json(table, "keys with one hash code", collisions(15));
    json(table, "long name", "{\"" + "a".repeat(1_000_000) + "\":1}");
    json(table, "long text", "{\"CrmActorType\":\"" + "a".repeat(1_000_000) + "\"}");
    json(table, "wide array", "{\"a\":[" + "1,".repeat(500_000) + "1]}");
    xml(table, "deep elements", "<a>".repeat(150_000) + "</a>".repeat(140_000));
    xml(table, "open elements", "<a>".repeat(300_000));
    xml(table, "wide elements", "<a>" + "<b/>".repeat(250_000) + "</a>");
    xml(table, "wide attributes", "<a " + attributes(60_000) + "/>");
    xml(table, "many namespaces", "<a " + attributes(40_000).replace("a", "xmlns:a") + "/>");
    rejected(table, "entities", ENTITIES);
    rejected(
        table,
        "external entity",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>");
    xml(table, "long comment", "<a><!--" + "x".repeat(1_000_000) + "--></a>");
    form(table, "wide form", "a=1&".repeat(250_000));
    form(table, "distinct fields", fields(70_000));
    form(table, "deep form", "a.".repeat(500_000) + "a=1");
    form(table, "large index", "Connection.UserGroupAccessIds[2000000000]=1");
    form(table, "many equals signs", "=".repeat(1_000_000));
    form(table, "many escapes", "a=" + "%41".repeat(340_000));
    return table.observed();
  }

  private static void json(Statuses table, String name, String body) {
    post(table, "JSON: " + name, Requests.JSON, body);
  }

  private static void xml(Statuses table, String name, String body) {
    post(table, "XML: " + name, "application/xml", body);
  }

  /** Nothing of an entity may be read. */
  private static void rejected(Statuses table, String name, String body) {
    table.expect(
        "XML: " + name, 400, BodyAttacks.post(table, Requests.SAVE, "application/xml", body));
  }

  private static void form(Statuses table, String name, String body) {
    post(table, "form: " + name, "application/x-www-form-urlencoded", body);
  }

  private static void post(Statuses table, String name, String type, String body) {
    table.expect(name, READ_OR_REJECTED, BodyAttacks.post(table, Requests.SAVE, type, body));
  }

  private static String wide(int count) {
    var text = new StringBuilder("{");
    for (int i = 0; i < count; i++) {
      text.append("\"k%d\":1,".formatted(i));
    }
    return text.append("\"k\":1}").toString();
  }

  /** All texts of "Aa" and "BB" of a length have the same hash code. */
  private static String collisions(int pairs) {
    var text = new StringBuilder("{");
    for (int i = 0; i < 1 << pairs && text.length() < BodyAttacks.MEBIBYTE - 100; i++) {
      text.append('"');
      for (int bit = 0; bit < pairs; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append("\":1,");
    }
    return text.append("\"k\":1}").toString();
  }

  private static String attributes(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("a%d='1' ".formatted(i));
    }
    return text.toString();
  }

  private static String fields(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("k%d=1&".formatted(i));
    }
    return text.toString();
  }
}
