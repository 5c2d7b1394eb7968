package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.erpsync.conformance.given.Given;
import dev.erpsync.conformance.given.GivenDeriver;
import dev.erpsync.conformance.pages.PageSample;
import dev.erpsync.spec.Sample;

/**
 * A documented exchange to replay.
 *
 * @param sample the exchange
 * @param query query of its request line; empty for none
 * @param given the state in which its answer is true
 * @param obstacle why it cannot be replayed; empty when it can
 */
public record ReplayCase(Sample sample, String query, JsonNode given, String obstacle) {
  /** A sample of the contract, with the state written down beside it. */
  public static ReplayCase of(Sample sample) {
    return new ReplayCase(sample, "", sample.given(), "");
  }

  /** A sample of a page, with the state that follows from the exchange. */
  public static ReplayCase of(PageSample page, GivenDeriver deriver) {
    Given given = deriver.derive(page.sample());
    return given instanceof Given.Derived derived
        ? new ReplayCase(page.sample(), page.query(), derived.state(), "")
        : new ReplayCase(
            page.sample(),
            page.query(),
            JsonNodeFactory.instance.objectNode(),
            ((Given.NotDerivable) given).reason());
  }

  /** The name under which the exchange is reported. */
  public String name(String side, Encoding encoding) {
    return "%s / %s / %s / %s".formatted(sample.operation(), sample.variant(), side, encoding);
  }
}
