package dev.erpsync.conformance.review.source;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a YAML list of records. The members of a record are texts and lists of texts, each with its
 * line.
 *
 * @param texts names of the texts that every record must have
 * @param lists names of the lists that every record must have
 * @param optional names of the texts that a record may have
 */
public record YamlRecords(List<String> texts, List<String> lists, List<String> optional) {
  /**
   * A text.
   *
   * @param value without blanks around
   * @param line counted from 1
   */
  public record Text(String value, int line) {}

  /**
   * One record.
   *
   * @param line counted from 1
   * @param members by name; a text is a list of one
   */
  public record Entry(int line, Map<String, List<Text>> members) {
    /** The texts with this name, in the order of the file; empty when there are none. */
    public List<Text> list(String name) {
      return members.getOrDefault(name, List.of());
    }

    /** The text with this name; empty when there is none. */
    public String text(String name) {
      return list(name).stream().map(Text::value).findFirst().orElse("");
    }
  }

  /**
   * Reads all records, in the order of the file.
   *
   * @param file its name, for messages
   * @throws MalformedFileException when a member is missing, unknown, of the wrong form or there
   *     twice
   */
  public List<Entry> read(String file, String text) throws MalformedFileException {
    Node root = compose(file, text);
    if (root == null || root.getTag().equals(Tag.NULL)) {
      return List.of();
    }
    if (!(root instanceof SequenceNode list)) {
      throw malformed(file, root, "a list is expected");
    }
    List<Entry> entries = new ArrayList<>();
    for (Node item : list.getValue()) {
      entries.add(entry(file, item));
    }
    return List.copyOf(entries);
  }

  private static @Nullable Node compose(String file, String text) throws MalformedFileException {
    try {
      return new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new MalformedFileException(file, line, String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      throw new MalformedFileException(file, 1, String.valueOf(e.getMessage()));
    }
  }

  private Entry entry(String file, Node item) throws MalformedFileException {
    List<String> required = new ArrayList<>(texts);
    required.addAll(lists);
    if (!(item instanceof MappingNode mapping)) {
      throw malformed(file, item, "an entry is expected, with " + String.join(", ", required));
    }
    Map<String, List<Text>> members = new LinkedHashMap<>();
    for (NodeTuple member : mapping.getValue()) {
      if (!(member.getKeyNode() instanceof ScalarNode key)) {
        throw malformed(file, member.getKeyNode(), "a name is expected");
      }
      String name = key.getValue();
      if (!required.contains(name) && !optional.contains(name)) {
        throw malformed(file, key, "'" + name + "' is not known");
      }
      if (members.put(name, value(file, name, member.getValueNode())) != null) {
        throw malformed(file, key, "'" + name + "' is there twice");
      }
    }
    for (String name : required) {
      List<Text> values = members.getOrDefault(name, List.of());
      if (values.isEmpty() || values.stream().anyMatch(text -> text.value().isEmpty())) {
        throw malformed(file, item, "the entry has no " + name);
      }
    }
    return new Entry(line(item), members);
  }

  private List<Text> value(String file, String name, Node value) throws MalformedFileException {
    boolean list = lists.contains(name);
    if (list && value instanceof SequenceNode sequence) {
      List<Text> values = new ArrayList<>();
      for (Node each : sequence.getValue()) {
        values.add(text(file, each));
      }
      return List.copyOf(values);
    }
    if (list) {
      throw malformed(file, value, "'" + name + "' must be a list of texts");
    }
    return List.of(text(file, value));
  }

  private static Text text(String file, Node node) throws MalformedFileException {
    if (!(node instanceof ScalarNode scalar)) {
      throw malformed(file, node, "a text is expected");
    }
    return new Text(scalar.getValue().strip(), line(node));
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static MalformedFileException malformed(String file, Node node, String reason) {
    return new MalformedFileException(file, line(node), reason);
  }
}
