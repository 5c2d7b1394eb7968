package dev.erpsync.conformance.review.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.review.diff.ContractDiff.Match;
import dev.erpsync.conformance.review.rule.RuleTable;
import java.util.List;
import java.util.Set;

/** Compares operations. */
final class OperationDiff {
  private static final Set<String> KNOWN =
      Set.of(
          "operationId",
          "tags",
          "parameters",
          "requestBody",
          "responses",
          "security",
          "x-administrators-only");
  private static final Set<String> ITEM_KNOWN =
      Set.of("parameters", "get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final Changes changes;
  private final ParameterDiff parameters;
  private final BodyDiff bodies;
  private final ResponseDiff responses;
  private final SecurityDiff security;

  OperationDiff(Changes changes) {
    this.changes = changes;
    var schemas = new SchemaDiff(changes);
    var content = new ContentDiff(schemas, changes);
    this.parameters = new ParameterDiff(schemas, content, changes);
    this.bodies = new BodyDiff(content, changes);
    this.responses = new ResponseDiff(schemas, content, changes);
    this.security = new SecurityDiff(changes);
  }

  void compare(Match match) {
    if (match.head().isEmpty()) {
      match.base().ifPresent(this::removed);
    } else if (match.base().isEmpty()) {
      match.head().ifPresent(this::added);
    } else {
      both(match.base().get(), match.head().get());
    }
  }

  private void removed(Endpoint old) {
    changes.inBase(RuleTable.of("operation-removed"), old.spot(), old.use(), name(old));
  }

  private void added(Endpoint fresh) {
    changes.inHead(RuleTable.of("operation-added"), fresh.spot(), fresh.use(), "", name(fresh));
  }

  private void both(Endpoint base, Endpoint head) {
    Use use = head.use();
    if (!base.key().equals(head.key())) {
      changes.inHead(RuleTable.of("operation-moved"), head.spot(), use, wire(base), wire(head));
    }
    Rest.compare(base.item(), head.item(), use, ITEM_KNOWN, changes);
    Rest.compare(base.spot(), head.spot(), use, KNOWN, changes);
    id(base.spot().child("operationId"), head.spot().child("operationId"), use);
    tags(base.spot().child("tags"), head.spot().child("tags"), use);
    administrators(base.spot(), head.spot(), use);
    parameters.compare(base, head);
    bodies.compare(base, head);
    responses.compare(base, head);
    security.compare(base, head);
  }

  private void id(Spot base, Spot head, Use use) {
    if (!base.node().equals(head.node())) {
      changes.keyword(RuleTable.of("operation-id-changed"), base, head, use);
    }
  }

  private void tags(Spot base, Spot head, Use use) {
    JsonNode first = base.node().path(0);
    JsonNode now = head.node().path(0);
    if (!first.equals(now)) {
      changes.inHead(
          RuleTable.of("operation-group-changed"),
          head,
          use,
          Changes.text(first),
          Changes.text(now));
    } else if (!rest(base).equals(rest(head))) {
      changes.keyword(RuleTable.of("operation-tags-changed"), base, head, use);
    }
  }

  private void administrators(Spot base, Spot head, Use use) {
    Spot before = base.child("x-administrators-only");
    Spot after = head.child("x-administrators-only");
    if (before.node().asBoolean() != after.node().asBoolean()) {
      String rule = after.node().asBoolean() ? "added" : "removed";
      changes.keyword(RuleTable.of("operation-administrators-only-" + rule), before, after, use);
    }
  }

  private static List<String> rest(Spot tags) {
    return tags.node().valueStream().skip(1).map(JsonNode::asText).sorted().toList();
  }

  private static String name(Endpoint endpoint) {
    return endpoint.hasId() ? endpoint.id() + " (" + wire(endpoint) + ")" : wire(endpoint);
  }

  private static String wire(Endpoint endpoint) {
    return endpoint.method() + " " + endpoint.path();
  }
}
