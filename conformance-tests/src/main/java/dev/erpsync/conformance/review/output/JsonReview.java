package dev.erpsync.conformance.review.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.review.diff.Use;
import dev.erpsync.conformance.review.result.Finding;
import dev.erpsync.conformance.review.result.Review;
import dev.erpsync.conformance.review.rule.Rule;

/** A review for programs: everything. */
final class JsonReview {
  private JsonReview() {}

  static String text(Review review) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    side(node.putObject("base"), review.base(), review.baseVersion());
    side(node.putObject("head"), review.head(), review.headVersion());
    node.put("verdict", review.verdict()).put("unapproved", review.open().size());
    ArrayNode findings = node.putArray("findings");
    review.findings().forEach(finding -> finding(findings.addObject(), finding));
    ArrayNode without = node.putArray("operationsWithoutSamples");
    review.withoutSamples().forEach(without::add);
    ArrayNode unused = node.putArray("unusedApprovals");
    review
        .unused()
        .forEach(
            approval ->
                unused
                    .addObject()
                    .put("fingerprint", approval.fingerprint())
                    .put("version", approval.version())
                    .put("line", approval.line()));
    review
        .java()
        .ifPresent(
            changes ->
                node.putArray("javaApi")
                    .addAll(
                        changes.stream()
                            .map(
                                change ->
                                    JsonNodeFactory.instance
                                        .objectNode()
                                        .put("class", change.type())
                                        .put("member", change.member())
                                        .put("status", change.status())
                                        .put("compiles", change.compiles()))
                            .toList()));
    return node.toPrettyString() + "\n";
  }

  private static void side(ObjectNode node, String name, String version) {
    node.put("name", name).put("version", version);
  }

  private static void finding(ObjectNode node, Finding finding) {
    Rule rule = finding.change().rule();
    node.put("rule", rule.id())
        .put("side", rule.side().toString())
        .put("effect", finding.effect().toString())
        .put("users", rule.users().toString())
        .put("clients", rule.clients().toString())
        .put("why", rule.why())
        .put("place", finding.change().place())
        .put("before", finding.change().before())
        .put("after", finding.change().after())
        .put("fingerprint", finding.fingerprint());
    finding.at().ifPresent(at -> node.put("file", at.file()).put("line", at.line()));
    finding
        .approval()
        .ifPresent(
            approval ->
                node.putObject("approval")
                    .put("approver", approval.approver())
                    .put("reason", approval.reason())
                    .put("version", approval.version()));
    ArrayNode uses = node.putArray("uses");
    for (Use use : finding.change().uses()) {
      uses.addObject()
          .put("operation", use.operation())
          .put("part", use.part())
          .put("mediaType", use.mediaType())
          .put("at", use.at());
    }
  }
}
