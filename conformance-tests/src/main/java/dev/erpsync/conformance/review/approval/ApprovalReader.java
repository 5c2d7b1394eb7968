package dev.erpsync.conformance.review.approval;

import dev.erpsync.conformance.review.source.MalformedFileException;
import dev.erpsync.conformance.review.source.YamlRecords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a file of approvals: a YAML list, each with fingerprint, reason, approver, version. */
public final class ApprovalReader {
  /** {@code change} is what a report suggests to write beside them, for people. */
  private static final YamlRecords FORM =
      new YamlRecords(
          List.of("fingerprint", "reason", "approver", "version"), List.of(), List.of("change"));

  private ApprovalReader() {}

  /**
   * Reads approvals, in the order of the file.
   *
   * @param file its name, for messages
   * @throws MalformedFileException when something is missing, unknown or there twice
   */
  public static List<Approval> read(String file, String text) throws MalformedFileException {
    List<Approval> approvals = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (YamlRecords.Entry entry : FORM.read(file, text)) {
      String fingerprint = entry.text("fingerprint");
      if (!fingerprint.matches("[0-9a-f]{16}")) {
        throw new MalformedFileException(
            file, entry.line(), "a fingerprint is 16 hexadecimal digits");
      }
      if (!known.add(fingerprint)) {
        throw new MalformedFileException(file, entry.line(), fingerprint + " is approved twice");
      }
      approvals.add(
          new Approval(
              fingerprint,
              entry.text("reason"),
              entry.text("approver"),
              entry.text("version"),
              entry.line()));
    }
    return List.copyOf(approvals);
  }
}
