package dev.erpsync.conformance.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code replay.html}: one page that needs nothing beside it, with search, filters, the matrix and
 * the way from page to target. Everything in it is escaped: a target may answer anything.
 */
final class HtmlReport implements ReportFile {
  private static final String TEMPLATE = "replay.mustache";

  @Override
  public String name() {
    return "replay.html";
  }

  @Override
  public String text(Results results) {
    return Mustache.compiler().defaultValue("").compile(template()).execute(HtmlView.of(results));
  }

  private static String template() {
    try (InputStream in = HtmlReport.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + TEMPLATE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
