package dev.erpsync.conformance.review.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An operation where it stands.
 *
 * @param method in capitals
 * @param path as the contract writes it
 * @param item the Path Item Object
 * @param spot the Operation Object
 */
record Endpoint(String method, String path, Spot item, Spot spot) {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  static List<Endpoint> all(Spot root) {
    List<Endpoint> all = new ArrayList<>();
    Spot paths = root.child("paths");
    for (String path : paths.names()) {
      if (path.startsWith("/")) {
        Spot item = paths.child(path).resolved();
        item.names().stream()
            .filter(METHODS::contains)
            .forEach(
                m -> all.add(new Endpoint(m.toUpperCase(Locale.ROOT), path, item, item.child(m))));
      }
    }
    return all;
  }

  /** Method and path, without the names of path parameters: those are not seen on the wire. */
  String key() {
    return method + " " + path.replaceAll("\\{[^}]*}", "{}");
  }

  String id() {
    return spot.node().path("operationId").asText();
  }

  boolean hasId() {
    return !id().isEmpty();
  }

  /** The operation id, or else method and path. */
  String name() {
    return hasId() ? id() : method + " " + path;
  }

  /** Whether a sample could show anything: a body that is sent, or one that success answers. */
  boolean hasBodies() {
    Spot responses = spot.child("responses");
    return spot.child("requestBody").exists()
        || responses.names().stream()
            .filter(status -> status.startsWith("2"))
            .anyMatch(status -> responses.child(status).resolved().child("content").exists());
  }

  Use use() {
    return Use.of(name());
  }

  /** By place and name; those of the operation go before those of the path. */
  Map<String, Spot> parameters() {
    Map<String, Spot> parameters = new LinkedHashMap<>();
    add(item.child("parameters"), parameters);
    add(spot.child("parameters"), parameters);
    return parameters;
  }

  private static void add(Spot list, Map<String, Spot> parameters) {
    for (int i = 0; i < list.node().size(); i++) {
      Spot target = list.element(i, "").resolved();
      String in = target.node().path("in").asText();
      String name = target.node().path("name").asText();
      String key = in + ":" + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name);
      parameters.put(key, list.element(i, key).resolved());
    }
  }
}
