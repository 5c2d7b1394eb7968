package dev.erpsync.conformance.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

/** One YAML file: its value as JSON, and the line of every part of it. */
public final class YamlFile {
  private final Path file;
  private final JsonNode value;
  private final @Nullable Node root;

  private YamlFile(Path file, JsonNode value, @Nullable Node root) {
    this.file = file;
    this.value = value;
    this.root = root;
  }

  /**
   * Reads a file.
   *
   * @param mostBytes how long the file may be
   * @throws YamlFileException when it cannot be read, is longer, or is no YAML
   */
  public static YamlFile read(Path file, int mostBytes) throws YamlFileException {
    String text = text(file, mostBytes);
    try {
      Object read = yaml(mostBytes).load(text);
      Node root = yaml(mostBytes).compose(new StringReader(text));
      return new YamlFile(file, new ObjectMapper().valueToTree(read), root);
    } catch (MarkedYAMLException e) {
      int line = Optional.ofNullable(e.getProblemMark()).map(mark -> mark.getLine() + 1).orElse(1);
      throw new YamlFileException(file, line, String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      throw new YamlFileException(file, String.valueOf(e.getMessage()));
    }
  }

  /** What the file contains. */
  public JsonNode value() {
    return value;
  }

  /** The exception that says what is wrong at a place. */
  public YamlFileException fault(JsonPointer at, String reason) {
    String place = at.matches() ? "the file" : at.toString();
    return new YamlFileException(file, line(at), "%s, %s".formatted(place, reason));
  }

  /** The line at which a place begins, or what is nearest above it; from 1. */
  public int line(JsonPointer at) {
    Node node = root;
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

  private static String text(Path file, int mostBytes) throws YamlFileException {
    try {
      if (Files.size(file) > mostBytes) {
        throw new YamlFileException(file, "it is larger than %d bytes".formatted(mostBytes));
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new YamlFileException(file, "there is no such file");
    } catch (CharacterCodingException e) {
      throw new YamlFileException(file, "it is not in UTF-8");
    } catch (IOException e) {
      throw new YamlFileException(file, "it cannot be read: " + e);
    }
  }

  private static Yaml yaml(int mostBytes) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(200);
    options.setCodePointLimit(mostBytes);
    return new Yaml(new SafeConstructor(options));
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
