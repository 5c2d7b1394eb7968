package dev.erpsync.spec.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.spec.bundle.Reference.Component;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes one self-contained OpenAPI document out of a contract in parts: path items are put in
 * place, everything else becomes a component and is referred to there. The result depends on the
 * parts only, not on the order of visits.
 *
 * <p>Not thread-safe; one instance bundles one contract.
 */
public final class Bundler {
  private final Path root;
  private final Map<Component, JsonNode> placed = new HashMap<>();
  private final Map<Component, Reference> origins = new HashMap<>();

  private Bundler(Path root) {
    this.root = root;
  }

  /**
   * Bundles the contract whose root document is given.
   *
   * @throws BundleException when a part is missing, is not YAML, or has no place in a single file
   */
  public static JsonNode bundle(Path root) {
    return new Bundler(root.toAbsolutePath().normalize()).bundle();
  }

  private JsonNode bundle() {
    ObjectNode document = (ObjectNode) copy(root, Yaml.read(root));
    ObjectNode components = document.withObject("/components");
    Map<String, Map<String, JsonNode>> sections = new TreeMap<>();
    placed.forEach(
        (component, node) ->
            sections
                .computeIfAbsent(component.section(), s -> new TreeMap<>())
                .put(component.name(), node));
    sections.forEach(
        (section, members) -> {
          ObjectNode target = components.withObject("/" + section);
          members.forEach(
              (name, node) -> {
                if (target.has(name)) {
                  throw new BundleException("two parts are called " + section + "/" + name);
                }
                target.set(name, node);
              });
        });
    return document;
  }

  private JsonNode copy(Path file, JsonNode node) {
    if (node.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> items.add(copy(file, item)));
      return items;
    }
    if (!node.isObject()) {
      return node;
    }
    JsonNode ref = node.get("$ref");
    if (ref != null && ref.isTextual()) {
      return follow(file, ref.textValue());
    }
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    node.properties().forEach(e -> members.set(e.getKey(), copy(file, e.getValue())));
    return members;
  }

  private JsonNode follow(Path file, String ref) {
    Reference reference = Reference.of(file, ref);
    if (reference.file().equals(root)) {
      return ref(ref);
    }
    if (reference.folder().equals("operations")) {
      return copy(reference.file(), reference.target());
    }
    Component component = reference.component();
    Reference earlier = origins.putIfAbsent(component, reference);
    if (earlier == null) {
      // What a sample holds is data: a member called $ref in it is not a reference.
      JsonNode target = reference.target();
      placed.put(
          component,
          component.section().equals("examples") ? target : copy(reference.file(), target));
    } else if (!earlier.equals(reference)) {
      throw new BundleException(
          earlier + " and " + reference + " would both be " + component.ref());
    }
    return ref(component.ref());
  }

  private static JsonNode ref(String ref) {
    return JsonNodeFactory.instance.objectNode().put("$ref", ref);
  }
}
