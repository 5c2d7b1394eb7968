package dev.erpsync.conformance.review.approval;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** Reads a file of approvals: a YAML list, each with fingerprint, reason, approver, version. */
public final class ApprovalReader {
  private static final List<String> ASKED = List.of("fingerprint", "reason", "approver", "version");

  /** What a report suggests to write beside them, for people. */
  private static final String CHANGE = "change";

  private final String file;

  private ApprovalReader(String file) {
    this.file = file;
  }

  /**
   * Reads approvals, in the order of the file.
   *
   * @param file its name, for messages
   * @throws MalformedApprovalsException when something is missing, unknown or said twice
   */
  public static List<Approval> read(String file, String text) throws MalformedApprovalsException {
    return new ApprovalReader(file).read(text);
  }

  private List<Approval> read(String text) throws MalformedApprovalsException {
    Node root = compose(text);
    if (root == null || root.getTag().equals(Tag.NULL)) {
      return List.of();
    }
    if (!(root instanceof SequenceNode list)) {
      throw malformed(root, "a list of approvals is expected");
    }
    List<Approval> approvals = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Node item : list.getValue()) {
      Approval approval = approval(item);
      if (!known.add(approval.fingerprint())) {
        throw malformed(item, approval.fingerprint() + " is approved twice");
      }
      approvals.add(approval);
    }
    return List.copyOf(approvals);
  }

  private @Nullable Node compose(String text) throws MalformedApprovalsException {
    try {
      return new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new MalformedApprovalsException(file, line, String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      throw new MalformedApprovalsException(file, 1, String.valueOf(e.getMessage()));
    }
  }

  private Approval approval(Node item) throws MalformedApprovalsException {
    if (!(item instanceof MappingNode mapping)) {
      throw malformed(item, "an approval is expected, with " + String.join(", ", ASKED));
    }
    Map<String, String> members = new LinkedHashMap<>();
    for (NodeTuple member : mapping.getValue()) {
      if (!(member.getKeyNode() instanceof ScalarNode key)
          || !(member.getValueNode() instanceof ScalarNode value)) {
        throw malformed(member.getKeyNode(), "names and texts are expected");
      }
      if (!ASKED.contains(key.getValue()) && !key.getValue().equals(CHANGE)) {
        throw malformed(key, "'" + key.getValue() + "' is not known");
      }
      if (members.put(key.getValue(), value.getValue().strip()) != null) {
        throw malformed(key, "'" + key.getValue() + "' is said twice");
      }
    }
    for (String name : ASKED) {
      if (members.getOrDefault(name, "").isEmpty()) {
        throw malformed(item, "the approval has no " + name);
      }
    }
    if (!members.getOrDefault("fingerprint", "").matches("[0-9a-f]{16}")) {
      throw malformed(item, "a fingerprint is 16 hexadecimal digits");
    }
    return new Approval(
        members.getOrDefault("fingerprint", ""),
        members.getOrDefault("reason", ""),
        members.getOrDefault("approver", ""),
        members.getOrDefault("version", ""),
        item.getStartMark().getLine() + 1);
  }

  private MalformedApprovalsException malformed(Node node, String reason) {
    return new MalformedApprovalsException(file, node.getStartMark().getLine() + 1, reason);
  }
}
