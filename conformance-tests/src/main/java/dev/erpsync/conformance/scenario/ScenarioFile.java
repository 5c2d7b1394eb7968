package dev.erpsync.conformance.scenario;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.spec.Scenario;
import dev.erpsync.spec.ScenarioFault;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Scenarios that a user of the kit has written, in the form of those of the contract. */
public final class ScenarioFile {
  private static final long MOST_BYTES = 1 << 20;

  private ScenarioFile() {}

  /**
   * Reads a file.
   *
   * @throws ScenarioFileException when it cannot be read, or something in it is wrong
   */
  public static List<Scenario> read(Path file) throws ScenarioFileException {
    String text = text(file);
    JsonNode written = written(file, text);
    List<ScenarioFault> faults = ScenarioFault.of(written);
    if (!faults.isEmpty()) {
      ScenarioFault first = faults.get(0);
      String more = faults.size() == 1 ? "" : " (and %d more)".formatted(faults.size() - 1);
      String what = "%s, %s%s".formatted(place(first.at()), first.what(), more);
      throw new ScenarioFileException(file, line(text, first.at()), what);
    }
    return Scenario.of(String.valueOf(file.getFileName()), written);
  }

  private static String text(Path file) throws ScenarioFileException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new ScenarioFileException(file, "it is larger than %d bytes".formatted(MOST_BYTES));
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ScenarioFileException(file, "there is no such file");
    } catch (CharacterCodingException e) {
      throw new ScenarioFileException(file, "it is not in UTF-8");
    } catch (IOException e) {
      throw new ScenarioFileException(file, "it cannot be read: " + e);
    }
  }

  private static JsonNode written(Path file, String text) throws ScenarioFileException {
    try {
      Object read = yaml().load(text);
      return new ObjectMapper().valueToTree(read);
    } catch (MarkedYAMLException e) {
      int line = Optional.ofNullable(e.getProblemMark()).map(mark -> mark.getLine() + 1).orElse(1);
      throw new ScenarioFileException(file, line, String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      throw new ScenarioFileException(file, String.valueOf(e.getMessage()));
    }
  }

  private static Yaml yaml() {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(200);
    return new Yaml(new SafeConstructor(options));
  }

  private static String place(JsonPointer at) {
    return at.matches() ? "the file" : at.toString();
  }

  /** The line at which a place begins, or what is nearest above it. */
  private static int line(String text, JsonPointer at) {
    Node node = yaml().compose(new StringReader(text));
    int line = node == null ? 0 : node.getStartMark().getLine();
    JsonPointer rest = at;
    while (node != null && !rest.matches()) {
      Part part = part(node, rest);
      line = part.line() < 0 ? line : part.line();
      node = part.node();
      rest = rest.tail();
    }
    return line + 1;
  }

  /** A member begins with its name. */
  private record Part(int line, @Nullable Node node) {
    static final Part NONE = new Part(-1, null);
  }

  private static Part part(Node node, JsonPointer at) {
    if (node instanceof SequenceNode list) {
      int index = at.getMatchingIndex();
      Node item = index >= 0 && index < list.getValue().size() ? list.getValue().get(index) : null;
      return item == null ? Part.NONE : new Part(item.getStartMark().getLine(), item);
    }
    if (node instanceof MappingNode mapping) {
      for (NodeTuple member : mapping.getValue()) {
        if (member.getKeyNode() instanceof ScalarNode key
            && key.getValue().equals(at.getMatchingProperty())) {
          return new Part(key.getStartMark().getLine(), member.getValueNode());
        }
      }
    }
    return Part.NONE;
  }
}
