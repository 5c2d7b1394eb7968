package dev.erpsync.conformance.review.output;

import com.samskivert.mustache.Mustache;
import dev.erpsync.conformance.review.result.Finding;
import dev.erpsync.conformance.review.result.Review;
import dev.erpsync.conformance.review.rule.Effect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A review as one page that needs nothing beside it. Everything in it is escaped. */
final class HtmlReview {
  private static final String TEMPLATE = "review.mustache";

  private HtmlReview() {}

  static String text(Review review) {
    return Mustache.compiler()
        .defaultValue("")
        .emptyStringIsFalse(true)
        .compile(template())
        .execute(view(review));
  }

  private static Map<String, Object> view(Review review) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("verdict", review.verdict());
    view.put("base", review.base());
    view.put("head", review.head());
    view.put("baseVersion", review.baseVersion());
    view.put("headVersion", review.headVersion());
    view.put("version", review.version().map(Brief::sentence).orElse(""));
    view.put("open", review.open().size());
    view.put("approved", review.approved().size());
    view.put("risky", review.findings(Effect.RISKY).size());
    view.put("compatible", review.findings(Effect.COMPATIBLE).size());
    view.put("findings", review.findings().stream().map(HtmlReview::finding).toList());
    view.put("withoutSamples", String.join(", ", review.withoutSamples()));
    view.put("unused", review.unused());
    view.put("hasUnused", !review.unused().isEmpty());
    view.put("stanza", Stanza.of(review, review.open()));
    view.put("javaCompared", review.java().isPresent());
    view.put("java", review.java().orElse(List.of()));
    return view;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("rule", finding.change().rule().id());
    view.put("effect", finding.isOpenBreak() ? "breaking" : word(finding));
    view.put("users", finding.change().rule().users());
    view.put("clients", finding.change().rule().clients());
    view.put("why", finding.change().rule().why());
    view.put("place", finding.place());
    view.put("before", finding.change().before());
    view.put("after", finding.change().after());
    view.put("uses", String.join(", ", finding.uses()));
    view.put("at", finding.at().map(Object::toString).orElse(""));
    view.put("fingerprint", finding.fingerprint());
    view.put("approval", finding.approval().map(a -> a.approver() + ": " + a.reason()).orElse(""));
    return view;
  }

  private static String word(Finding finding) {
    return finding.effect() == Effect.BREAKING ? "approved" : finding.effect().toString();
  }

  private static String template() {
    try (InputStream in = HtmlReview.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + TEMPLATE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
