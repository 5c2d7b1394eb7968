package dev.erpsync.conformance.review;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.review.rule.Effect;
import dev.erpsync.conformance.review.rule.Rule;
import dev.erpsync.conformance.review.rule.RuleTable;
import dev.erpsync.conformance.review.rule.Side;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Writes {@code REVIEW.md}: the rules, and how the review and its peers judge the corpus. */
final class ReviewDocument {
  private static final List<String> PEERS = List.of("openapi-diff", "oasdiff");

  private final StringBuilder out = new StringBuilder();
  private final JsonNode peers = Trees.resource("corpus/peers.yaml");

  String write() {
    line("# What the review knows, and how well");
    line("");
    line("Written by `ReviewDocumentTest`;");
    line(
        "`mvn -pl conformance-tests test -Dtest=ReviewDocumentTest -Derpsync.writeReview=true` writes it anew, and the");
    line(
        "[three pull requests](review). `conformance-tests/src/peers/review` asks the peers again.");
    line("");
    line(Trees.text("about-corpus.md").strip());
    line("");
    sums();
    corpus();
    rules();
    return out.toString();
  }

  /** What somebody says of changes, held against what was judged by hand. */
  private record Score(int right, int missed, int falseAlarm) {
    static Score of(Predicate<Corpus.Entry> missed, Predicate<Corpus.Entry> falseAlarm) {
      List<Corpus.Entry> all = Corpus.all();
      int misses = (int) all.stream().filter(missed).count();
      int alarms = (int) all.stream().filter(falseAlarm).count();
      return new Score(all.size() - misses - alarms, misses, alarms);
    }

    static Score ours(Function<Corpus.Entry, Effect> judged, Function<Rule, Effect> audience) {
      return of(
          e -> isBreak(judged.apply(e)) && !isBreak(e.found(audience)),
          e -> !isBreak(judged.apply(e)) && isBreak(e.found(audience)));
    }
  }

  private static boolean isBreak(Effect effect) {
    return effect == Effect.BREAKING;
  }

  private void sums() {
    int size = Corpus.all().size();
    line("| of %d changes | right | missed | false alarm |".formatted(size));
    line("|---|---|---|---|");
    row("`review`, for users", Score.ours(Corpus.Entry::users, Rule::users));
    row("`review`, for clients", Score.ours(Corpus.Entry::clients, Rule::clients));
    for (String peer : PEERS) {
      row(peer + " alone", Score.of(e -> isMissed(e, peer), e -> isFalseAlarm(e, peer)));
    }
    long exact =
        Corpus.all().stream()
            .filter(e -> e.found(Rule::users) == e.users())
            .filter(e -> e.found(Rule::clients) == e.clients())
            .count();
    line("");
    line(
        "`review` has the very word (breaking, risky, compatible) for users and for clients in %d of %d."
            .formatted(exact, size));
  }

  private void row(String name, Score score) {
    line(
        "| %s | %d | %d | %d |".formatted(name, score.right(), score.missed(), score.falseAlarm()));
  }

  private void corpus() {
    line("");
    line("## The corpus");
    line("");
    line("| change | by hand: users / clients | review | openapi-diff | oasdiff |");
    line("|---|---|---|---|---|");
    for (Corpus.Entry entry : Corpus.all()) {
      line(
          "| %s | %s / %s | %s / %s | %s | %s |"
              .formatted(
                  entry.name(),
                  entry.users(),
                  entry.clients(),
                  entry.found(Rule::users),
                  entry.found(Rule::clients),
                  opinion(entry, PEERS.get(0)),
                  opinion(entry, PEERS.get(1))));
    }
  }

  private String opinion(Corpus.Entry entry, String peer) {
    String mark = isMissed(entry, peer) ? " (missed)" : "";
    return said(entry, peer) + (isFalseAlarm(entry, peer) ? " (false alarm)" : mark);
  }

  private boolean isMissed(Corpus.Entry entry, String peer) {
    return isBreak(entry.users()) && !said(entry, peer).equals("breaking");
  }

  private boolean isFalseAlarm(Corpus.Entry entry, String peer) {
    return !isBreak(entry.users())
        && !isBreak(entry.clients())
        && said(entry, peer).equals("breaking");
  }

  private String said(Corpus.Entry entry, String peer) {
    JsonNode word = peers.path(entry.name()).path(peer);
    if (!word.isTextual()) {
      throw new IllegalStateException(peer + " was not asked about: " + entry.name());
    }
    return word.textValue();
  }

  private void rules() {
    List<Rule> rules = RuleTable.all();
    line("");
    line("## The rules");
    line("");
    line(
        "%d rules: %d for requests, %d for answers, %d for the contract. `users` call a server without generated code;"
            .formatted(
                rules.size(),
                count(rules, Side.REQUEST),
                count(rules, Side.RESPONSE),
                count(rules, Side.CONTRACT)));
    line("`clients` are programs that are built on generated code.");
    line("");
    line("| rule | users | clients | why | undone it is |");
    line("|---|---|---|---|---|");
    for (Rule rule : rules) {
      String mirror =
          rule.mirror().isEmpty()
              ? "no rule: " + rule.whyNoMirror()
              : rule.mirror().equals(rule.id()) ? "the same" : "`" + rule.mirror() + "`";
      line(
          "| `%s` | %s | %s | %s | %s |"
              .formatted(rule.id(), rule.users(), rule.clients(), rule.why(), mirror));
    }
  }

  private static long count(List<Rule> rules, Side side) {
    return rules.stream().filter(rule -> rule.side() == side).count();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
