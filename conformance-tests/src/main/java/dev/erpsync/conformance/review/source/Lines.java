package dev.erpsync.conformance.review.source;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Finds the line of a place of the bundled contract in the files that it was bundled from. Not
 * thread-safe.
 */
public final class Lines {
  private final Map<String, String> texts;
  private final String root;
  private final String prefix;
  private final Map<String, Optional<Node>> trees = new HashMap<>();

  /**
   * Lines of these files.
   *
   * @param texts the files' texts by their path
   * @param root path of the root document
   * @param prefix what stands before each path where it is shown
   */
  Lines(Map<String, String> texts, String root, String prefix) {
    this.texts = Map.copyOf(texts);
    this.root = root;
    this.prefix = prefix;
  }

  /**
   * The line on which a place begins, or the nearest place around it that has one.
   *
   * @param pointer JSON pointer into the bundled contract
   */
  public Optional<FileLine> of(String pointer) {
    List<String> steps = steps(pointer);
    Optional<Step> start = tree(root).map(node -> new Step(root, node, 1));
    if (start.isEmpty()) {
      return Optional.empty();
    }
    Step step = start.get();
    for (int i = 0; i < steps.size(); i++) {
      Optional<Step> next = next(step, steps, i);
      if (next.isEmpty() && i == 0 && steps.size() > 2 && steps.get(0).equals("components")) {
        next = component(steps.get(1), steps.get(2));
        i = 2;
      }
      if (next.isEmpty()) {
        break;
      }
      step = next.get();
    }
    return Optional.of(new FileLine(prefix + step.file(), step.line()));
  }

  private record Step(String file, Node node, int line) {}

  private Optional<Step> next(Step from, List<String> steps, int i) {
    Step at = followed(from);
    if (at.file().equals(root) && i == 0 && steps.size() > 2 && !isInRoot(at.node(), steps)) {
      return Optional.empty();
    }
    return child(at, steps.get(i));
  }

  /** Components that the bundler has put there are not in the root document. */
  private boolean isInRoot(Node node, List<String> steps) {
    return !steps.get(0).equals("components")
        || child(new Step(root, node, 1), steps.get(0))
            .flatMap(components -> child(components, steps.get(1)))
            .flatMap(section -> child(section, steps.get(2)))
            .isPresent();
  }

  /** Where the bundler takes components from, by the layout of a contract in parts. */
  private Optional<Step> component(String section, String name) {
    return switch (section) {
      case "schemas" -> at("schemas/" + name + ".yaml", "");
      case "parameters", "responses" -> at(section + ".yaml", "/" + name);
      case "examples" -> {
        String sample = name.replaceFirst("-(request|response)$", "");
        String side = name.substring(Math.min(name.length(), sample.length() + 1));
        String operation = sample.replaceFirst("-[^-]*$", "");
        yield at("samples/" + operation + ".yaml", "/" + sample + "/" + side + "/body");
      }
      default -> Optional.empty();
    };
  }

  private Step followed(Step from) {
    Optional<String> ref =
        child(from, "$ref")
            .filter(step -> step.node() instanceof ScalarNode)
            .map(step -> ((ScalarNode) step.node()).getValue());
    if (ref.isEmpty()) {
      return from;
    }
    String[] parts = ref.get().split("#", 2);
    Path folder = Path.of(from.file()).resolveSibling(parts[0]).normalize();
    String file = parts[0].isEmpty() ? from.file() : folder.toString().replace('\\', '/');
    return at(file, parts.length > 1 ? parts[1] : "").orElse(from);
  }

  private Optional<Step> at(String file, String fragment) {
    Optional<Step> step = tree(file).map(node -> new Step(file, node, 1));
    for (String name : steps(fragment)) {
      step = step.flatMap(each -> child(each, name));
    }
    return step;
  }

  private static Optional<Step> child(Step from, String name) {
    if (from.node() instanceof MappingNode mapping) {
      for (NodeTuple member : mapping.getValue()) {
        if (member.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
          return Optional.of(new Step(from.file(), member.getValueNode(), line(key)));
        }
      }
    } else if (from.node() instanceof SequenceNode list && name.matches("\\d{1,6}")) {
      int index = Integer.parseInt(name);
      if (index < list.getValue().size()) {
        Node item = list.getValue().get(index);
        return Optional.of(new Step(from.file(), item, line(item)));
      }
    }
    return Optional.empty();
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private Optional<Node> tree(String file) {
    return trees.computeIfAbsent(file, this::read);
  }

  private Optional<Node> read(String file) {
    String text = texts.get(file);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(new Yaml(new LoaderOptions()).compose(new StringReader(text)));
    } catch (YAMLException e) {
      return Optional.empty();
    }
  }

  private static List<String> steps(String pointer) {
    return Stream.of(pointer.split("/", -1))
        .skip(1)
        .map(step -> step.replace("~1", "/").replace("~0", "~"))
        .toList();
  }
}
