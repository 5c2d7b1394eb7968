package dev.erpsync.conformance.bench.hostile;

import static dev.erpsync.conformance.bench.hostile.Launch.STANDARD;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Bodies that are expensive to read, to check or to keep. */
final class BodyAttacks {
  static final int MEBIBYTE = 1 << 20;

  private BodyAttacks() {}

  static List<Attack> all() {
    return List.of(
        new Attack(
            "patch-doubling",
            "JSON Patches below 1 MiB that double by copy",
            "each 400, at most 1 s of CPU",
            Bound.STANDARD,
            STANDARD,
            BodyAttacks::patches),
        new Attack(
            "numbers-contract",
            "numbers with huge exponents and many digits, at contract",
            "each 400, at most 1 s of CPU",
            Bound.STANDARD,
            Launch.at("contract"),
            BodyAttacks::numbers),
        new Attack(
            "numbers-vendor",
            "numbers with huge exponents and many digits, at vendor",
            "each 400, at most 1 s of CPU",
            Bound.STANDARD,
            Launch.at("vendor"),
            BodyAttacks::numbers),
        new Attack(
            "violations",
            "340,000 violations in one body, 4 times",
            "each 400, at most 2 s of CPU",
            Bound.STANDARD,
            STANDARD,
            BodyAttacks::violations),
        new Attack(
            "deep-and-wide",
            "deep and wide JSON, XML and forms, entity bombs, keys with one hash code",
            "each 200 or 400, at most 2 s of CPU",
            Bound.STANDARD,
            STANDARD,
            WideBodies::send),
        new Attack(
            "deep-and-wide-strict",
            "the same at strict",
            "each 200 or 400, at most 2 s of CPU",
            Bound.STANDARD,
            Launch.at("strict"),
            WideBodies::send),
        new Attack(
            "xml-characters",
            "characters that XML 1.0 cannot hold in names, keys, paths and parameters",
            "each below 500, lists in XML are 200 afterwards",
            Bound.STANDARD,
            STANDARD,
            BodyAttacks::characters));
  }

  private static Observed patches(Target target) {
    var table = new Statuses(target);
    String add = "{\"op\":\"add\",\"path\":\"/a\",\"value\":[\"%s\"]}";
    String nest = ",{\"op\":\"copy\",\"from\":\"/a\",\"path\":\"/a/-\"}";
    String texts = "x".repeat(900_000);
    patch(
        table, "a long text, 40 times doubled", "[" + add.formatted(texts) + nest.repeat(40) + "]");
    patch(
        table,
        "an array, 20,000 times doubled",
        "[" + add.formatted("x") + nest.repeat(20_000) + "]");
    String half = "\",\"".repeat(150_000);
    String both =
        ",{\"op\":\"copy\",\"from\":\"/a\",\"path\":\"/b\"},{\"op\":\"copy\",\"from\":\"/b\",\"path\":\"/a/0\"}";
    patch(
        table,
        "300,000 values, moved between",
        "[" + add.formatted(half) + both.repeat(5_000) + "]");
    return table.observed();
  }

  private static void patch(Statuses table, String name, String body) {
    if (body.length() > MEBIBYTE) {
      throw new IllegalStateException(name + " is longer than a body may be");
    }
    table.expect(
        name, Set.of(400, 413), post(table, Requests.BREAK, "application/json-patch+json", body));
  }

  private static Observed numbers(Target target) {
    var table = new Statuses(target);
    String[] values = {
      "1e309",
      "-1e309",
      "1.5e2000000",
      "1e999999999",
      "1e-999999999",
      "1e99999999999999999999",
      "9".repeat(1_000_000),
      "0." + "9".repeat(1_000_000)
    };
    for (String value : values) {
      String name = value.length() > 30 ? value.substring(0, 5) + "…" : value;
      for (String property : new String[] {"ErpConnectionId", "CrmActorType"}) {
        String body = "{\"CrmRecordId\":1,\"%s\":%s}".formatted(property, value);
        table.expect(property + " " + name, 400, post(table, Requests.BREAK, Requests.JSON, body));
      }
      String patch = "[{\"op\":\"add\",\"path\":\"/CrmActorType\",\"value\":%s}]".formatted(value);
      table.expect(
          "patch with " + name,
          400,
          post(table, Requests.BREAK, "application/json-patch+json", patch));
    }
    return table.observed();
  }

  private static Observed violations(Target target) {
    var table = new Statuses(target, 2);
    String ids = "{},".repeat(340_000) + "{}";
    String body = "{\"Connection\":{\"UserGroupAccessIds\":[" + ids + "]}}";
    for (int i = 0; i < 4; i++) {
      table.expect("violations", 400, post(table, Requests.SAVE, Requests.JSON, body));
    }
    return table.observed();
  }

  static byte[] post(Statuses table, String path, String type, String body) {
    return Requests.post(path, type, body, table.authorization(), "Accept: application/json");
  }

  private static Observed characters(Target target) throws IOException {
    var table = new Statuses(target);
    Set<Integer> below500 = Set.of(200, 204, 400, 401, 404, 406);
    for (String character : new String[] {"\\u0001", "\\u0000", "\\ufffe", "\\ud800", "\\u001f"}) {
      for (String connection :
          new String[] {
            "{\"ErpConnectorId\":1,\"AllAccess\":true,\"DisplayName\":\"a%s\"}",
            "{\"ErpConnectorId\":1,\"AllAccess\":true,\"ConfigFields\":{\"a%s\":\"v\"}}",
            "{\"ErpConnectorId\":1,\"AllAccess\":true,\"ConfigFields\":{\"k\":\"v%s\"}}"
          }) {
        String body = "{\"Connection\":%s}".formatted(connection.formatted(character));
        table.expect(
            "saved with " + character, below500, post(table, Requests.SAVE, Requests.JSON, body));
        String seed = "{\"Connectors\":[{\"ErpConnectorId\":1}],\"Connections\":[%s]}";
        String seeded =
            seed.formatted(
                connection
                    .formatted(character)
                    .replace("{\"ErpConnectorId", "{\"ErpConnectionId\":7,\"ErpConnectorId"));
        table.expect(
            "seeded with " + character,
            below500,
            post(table, "/_emulator/seed", Requests.JSON, seeded));
      }
    }
    for (String path :
        new String[] {"/a%01b", "/a%EF%BF%BEb", "/api/v1/Agents/ErpSync/%0B", "/a?b=%01"}) {
      table.expect(
          path,
          Set.of(400, 401, 404),
          Requests.bytes(Requests.head("GET " + path, "Accept: application/xml")));
      table.expect(
          path + " with login",
          Set.of(400, 404),
          Requests.bytes(Requests.head("GET " + path, target.authorization(), "Accept: text/xml")));
    }
    for (String accept : new String[] {"application/xml", "text/xml", "application/json"}) {
      table.expect(
          "list as " + accept,
          200,
          Requests.post(
              Requests.CONNECTIONS,
              Requests.JSON,
              "{}",
              target.authorization(),
              "Accept: " + accept));
    }
    return table.observed();
  }
}
