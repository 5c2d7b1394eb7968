package dev.erpsync.conformance.review;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.review.diff.Change;
import dev.erpsync.conformance.review.rule.Effect;
import dev.erpsync.conformance.review.rule.Rule;
import dev.erpsync.conformance.review.rule.RuleTable;
import dev.erpsync.conformance.review.rule.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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

  /** What somebody says of a change, held against what a person says. */
  private record Score(int right, int missed, int falseAlarm) {
    Score and(Effect judged, Effect said) {
      boolean breaks = judged == Effect.BREAKING;
      boolean alarm = said == Effect.BREAKING;
      return new Score(
          right + (breaks == alarm ? 1 : 0),
          missed + (breaks && !alarm ? 1 : 0),
          falseAlarm + (alarm && !breaks ? 1 : 0));
    }
  }

  private void sums() {
    List<Score> scores = new ArrayList<>();
    Score start = new Score(0, 0, 0);
    Score users = start;
    Score clients = start;
    int exact = 0;
    for (Corpus.Entry entry : Corpus.all()) {
      List<Change> changes = entry.changes();
      Effect forUsers = entry.worst(changes, Rule::users);
      Effect forClients = entry.worst(changes, Rule::clients);
      users = users.and(entry.users(), forUsers);
      clients = clients.and(entry.clients(), forClients);
      exact += forUsers == entry.users() && forClients == entry.clients() ? 1 : 0;
    }
    scores.add(users);
    scores.add(clients);
    for (String peer : PEERS) {
      Score score = start;
      for (Corpus.Entry entry : Corpus.all()) {
        score = score.and(entry.users(), said(entry, peer));
      }
      scores.add(score);
    }
    line("| of %d changes | right | missed | false alarm |".formatted(Corpus.all().size()));
    line("|---|---|---|---|");
    row("`review`, for users", scores.get(0));
    row("`review`, for clients", scores.get(1));
    row("openapi-diff alone, for users", scores.get(2));
    row("oasdiff alone, for users", scores.get(3));
    line("");
    line(
        "All three words (breaking, risky, compatible) are right for users and for clients in %d of %d."
            .formatted(exact, Corpus.all().size()));
  }

  private void row(String name, Score score) {
    line(
        "| %s | %d | %d | %d |".formatted(name, score.right(), score.missed(), score.falseAlarm()));
  }

  private void corpus() {
    line("");
    line("## The corpus");
    line("");
    line("| change | a person: users / clients | review | openapi-diff | oasdiff |");
    line("|---|---|---|---|---|");
    for (Corpus.Entry entry : Corpus.all()) {
      List<Change> changes = entry.changes();
      line(
          "| %s | %s / %s | %s / %s | %s | %s |"
              .formatted(
                  entry.name(),
                  entry.users(),
                  entry.clients(),
                  entry.worst(changes, Rule::users),
                  entry.worst(changes, Rule::clients),
                  opinion(entry, PEERS.get(0)),
                  opinion(entry, PEERS.get(1))));
    }
  }

  private String opinion(Corpus.Entry entry, String peer) {
    String word = peers.path(entry.name()).path(peer).asText();
    boolean breaks = entry.users() == Effect.BREAKING;
    boolean alarm = word.equals("breaking");
    if (breaks == alarm) {
      return word;
    }
    return word + (breaks ? " (missed)" : " (false alarm)");
  }

  private Effect said(Corpus.Entry entry, String peer) {
    String word = peers.path(entry.name()).path(peer).asText();
    return switch (word) {
      case "breaking" -> Effect.BREAKING;
      case "risky" -> Effect.RISKY;
      case "compatible", "nothing" -> Effect.COMPATIBLE;
      default -> throw new IllegalStateException(peer + " says nothing of " + entry.name());
    };
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
              : Objects.equals(rule.mirror(), rule.id()) ? "the same" : "`" + rule.mirror() + "`";
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
