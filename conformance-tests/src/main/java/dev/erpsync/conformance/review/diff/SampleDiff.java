package dev.erpsync.conformance.review.diff;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.review.diff.ContractDiff.Match;
import dev.erpsync.conformance.review.rule.RuleTable;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the documented samples, and holds those of the old contract against the new one. */
final class SampleDiff {
  private final Contract base;
  private final Contract head;
  private final Changes changes;

  SampleDiff(ReviewedContract base, ReviewedContract head, Changes changes) {
    this.base = Contract.of(base.document());
    this.head = Contract.of(head.document());
    this.changes = changes;
  }

  /** What comes and goes with its operation is not told again. */
  void compare(List<Match> matches) {
    for (Match match : matches) {
      if (match.base().isPresent() && match.head().isPresent()) {
        both(match.base().get(), match.head().get());
      }
    }
  }

  private void both(Endpoint before, Endpoint after) {
    Map<String, SampleBody> old = byKey(before);
    Map<String, SampleBody> now = byKey(after);
    Use use = after.use();
    old.forEach(
        (key, sample) -> {
          Use in = use.part(sample.part()).in(sample.mediaType());
          SampleBody other = now.get(key);
          if (other != null) {
            changed(sample, other, in);
          } else {
            changes.inBase(RuleTable.of("sample-removed"), sample.value(), in, sample.name());
          }
          Spot schema = schema(after, sample);
          if (schema.exists()) {
            held(sample, schema, other == null ? sample : other, in);
          }
        });
    now.forEach(
        (key, sample) -> {
          if (!old.containsKey(key)) {
            Use in = use.part(sample.part()).in(sample.mediaType());
            changes.inHead(RuleTable.of("sample-added"), sample.value(), in, "", sample.name());
            invalid(sample, in);
          }
        });
    if (old.isEmpty() != now.isEmpty()) {
      String rule = now.isEmpty() ? "samples-lost" : "samples-gained";
      changes.inHead(RuleTable.of(rule), after.spot(), use, "", "");
    }
  }

  private void changed(SampleBody old, SampleBody now, Use use) {
    JsonNode before = old.value().node();
    JsonNode after = now.value().node();
    if (!before.equals(after)) {
      changes.inHead(
          RuleTable.of("sample-changed"), now.value(), use, before.toString(), after.toString());
    }
  }

  private void held(SampleBody old, Spot schema, SampleBody now, Use use) {
    boolean held = check(base, old.schema(), old.value().node()).isEmpty();
    List<Violation> broken = check(head, schema, old.value().node());
    boolean holds = check(head, schema, now.value().node()).isEmpty();
    if (held && !broken.isEmpty()) {
      changes.inHead(
          RuleTable.of("sample-broken"),
          schema,
          use,
          old.name() + " holds",
          broken.get(0).toString());
    } else if (!held && holds) {
      changes.inHead(
          RuleTable.of("sample-mended"), schema, use, old.name() + " does not hold", "holds");
    } else if (held && !holds) {
      invalid(now, use);
    }
    known(old, schema, use);
  }

  /** Objects are open, so a property that is gone breaks no rule; but what it said is not heard. */
  private void known(SampleBody old, Spot schema, Use use) {
    List<String> before = unknown(base, old.schema(), old.value().node());
    List<String> after = unknown(head, schema, old.value().node());
    List<String> lost = after.stream().filter(pointer -> !before.contains(pointer)).toList();
    List<String> found = before.stream().filter(pointer -> !after.contains(pointer)).toList();
    if (!lost.isEmpty()) {
      String what = old.name() + ": " + String.join(", ", lost);
      changes.inHead(RuleTable.of("sample-outdated"), schema, use, what, "not known");
    } else if (!found.isEmpty()) {
      String what = old.name() + ": " + String.join(", ", found);
      changes.inHead(RuleTable.of("sample-caught-up"), schema, use, what, "known");
    }
  }

  private void invalid(SampleBody sample, Use use) {
    check(head, sample.schema(), sample.value().node()).stream()
        .findFirst()
        .ifPresent(
            violation ->
                changes.inHead(
                    RuleTable.of("sample-invalid"),
                    sample.value(),
                    use,
                    "",
                    sample.name() + ": " + violation));
  }

  private static List<Violation> check(Contract contract, Spot schema, JsonNode value) {
    return contract.check(JsonPointer.compile(schema.pointer()), value);
  }

  private static List<String> unknown(Contract contract, Spot schema, JsonNode value) {
    return contract.unknownProperties(JsonPointer.compile(schema.pointer()), value).stream()
        .map(Violation::pointer)
        .toList();
  }

  /** The schema of the new contract for the same body; missing when it has none. */
  private static Spot schema(Endpoint endpoint, SampleBody sample) {
    Spot message =
        sample.part().equals("request")
            ? endpoint.spot().child("requestBody")
            : endpoint.spot().down("responses", sample.part());
    return message.resolved().down("content", sample.mediaType(), "schema");
  }

  private static Map<String, SampleBody> byKey(Endpoint endpoint) {
    Map<String, SampleBody> byKey = new LinkedHashMap<>();
    SampleBody.of(endpoint).forEach(sample -> byKey.put(sample.key(), sample));
    return byKey;
  }
}
