package dev.erpsync.conformance.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.review.diff.ReviewedContract;
import java.net.URI;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings a description into the form in which it can be compared: paths from the root of an
 * installation, operation ids without a prefix, schemas without {@code allOf}.
 */
final class Alignment {
  private static final String ANY_TYPE = "*/*";
  private static final String JSON = "application/json";

  private Alignment() {}

  /** Our contract; its paths begin with what its server says. */
  static ReviewedContract ours(JsonNode contract) {
    ObjectNode document = contract.deepCopy();
    paths(document, List.of());
    FlatSchemas.in(document);
    return new ReviewedContract(document);
  }

  /**
   * The vendor's description. A path that ends with one of ours is that one: what stands before it
   * is the root of an installation. An operation id counts from its last underscore, as in {@code
   * v1ErpSyncAgent_GetConnection}, unless ours has all of it.
   *
   * @param ours our contract, aligned
   */
  static ReviewedContract vendor(JsonNode description, ReviewedContract ours) {
    ObjectNode document = description.deepCopy();
    JsonNode our = ours.document().path("paths");
    paths(document, our.propertyStream().map(Map.Entry::getKey).toList());
    operationIds(document.path("paths"), ids(our));
    wildcards(document);
    FlatSchemas.in(document);
    return new ReviewedContract(document);
  }

  private static void paths(ObjectNode document, List<String> known) {
    String base = base(document.at("/servers/0/url").asText());
    Map<String, JsonNode> paths = new LinkedHashMap<>();
    for (var path : document.path("paths").properties()) {
      String whole = (base + "/" + path.getKey()).replaceAll("/+", "/").replaceFirst("(.)/$", "$1");
      String name =
          known.stream()
              .filter(whole::endsWith)
              .max(Comparator.comparingInt(String::length))
              .orElse(whole);
      paths.put(paths.containsKey(name) ? path.getKey() : name, path.getValue());
    }
    if (document.get("paths") instanceof ObjectNode all) {
      all.removeAll();
      all.setAll(paths);
    }
  }

  /** The path of a server's URL, which may hold variables in braces. */
  private static String base(String url) {
    try {
      String path = URI.create(url.replaceAll("[{}]", "_")).getPath();
      return path == null ? "" : path;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Set<String> ids(JsonNode paths) {
    return new HashSet<>(paths.findValuesAsText("operationId"));
  }

  private static void operationIds(JsonNode paths, Set<String> ours) {
    for (JsonNode parent : paths.findParents("operationId")) {
      String id = parent.path("operationId").asText();
      if (parent instanceof ObjectNode operation && !ours.contains(id)) {
        operation.put("operationId", id.substring(id.lastIndexOf('_') + 1));
      }
    }
  }

  /** Swagger 2.0 without produces and consumes says any type, which JSON stands for. */
  private static void wildcards(JsonNode node) {
    if (node.get("content") instanceof ObjectNode content
        && content.has(ANY_TYPE)
        && !content.has(JSON)) {
      content.set(JSON, content.remove(ANY_TYPE));
    }
    node.forEach(Alignment::wildcards);
  }
}
