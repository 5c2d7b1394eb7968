package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.erpsync.conformance.given.Given;
import dev.erpsync.conformance.given.GivenDeriver;
import dev.erpsync.conformance.pages.PageSample;
import dev.erpsync.spec.Sample;
import java.util.Map;

/**
 * A documented exchange to replay.
 *
 * @param sample the exchange
 * @param query query of its request line, completed where the page lacks what is required (D44);
 *     empty for none
 * @param given the state in which its answer is true
 * @param obstacle why it cannot be replayed; empty when it can
 * @param file the page file in which its request line stands; empty for a sample of the contract
 * @param line where it stands there, from 1; 0 for a sample of the contract
 */
public record ReplayCase(
    Sample sample, String query, JsonNode given, String obstacle, String file, int line) {
  /** A sample of the contract, with the state written down beside it. */
  public static ReplayCase of(Sample sample) {
    return new ReplayCase(sample, sample.request().query(), sample.given(), "", "", 0);
  }

  /** A sample of a page, with the state that follows from the exchange. */
  public static ReplayCase of(PageSample page, GivenDeriver deriver) {
    Given given = deriver.derive(page.sample(), page.query());
    JsonNode state =
        given instanceof Given.Derived derived
            ? derived.state()
            : JsonNodeFactory.instance.objectNode();
    String obstacle = given instanceof Given.NotDerivable none ? none.reason() : "";
    String query = given instanceof Given.Derived derived ? derived.query() : page.query();
    return new ReplayCase(
        page.sample(), query, state, obstacle, page.file().toString(), page.line());
  }

  /** Its documented Authorization header; empty when it has none. */
  public String authorization() {
    return sample.request().headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Authorization"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  /** The name under which the exchange is reported. */
  public String name(String side, Encoding encoding) {
    return "%s / %s / %s / %s".formatted(sample.operation(), sample.variant(), side, encoding);
  }
}
