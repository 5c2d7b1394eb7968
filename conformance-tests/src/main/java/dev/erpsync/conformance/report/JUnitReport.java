package dev.erpsync.conformance.report;

import dev.erpsync.conformance.replay.Verdict;
import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code replay.xml}, in the form that build servers read of JUnit: a suite an operation, a test an
 * exchange. Where a test failed, the differences, and what was sent and received, stand in it.
 */
final class JUnitReport implements ReportFile {
  @Override
  public String name() {
    return "replay.xml";
  }

  @Override
  public String text(Results results) {
    var out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "erpsync");
      Map<String, List<Replayed>> suites =
          results.replayed().stream()
              .collect(
                  Collectors.groupingBy(
                      each -> each.source().operation(), LinkedHashMap::new, Collectors.toList()));
      for (var suite : suites.entrySet()) {
        suite(xml, suite.getKey(), suite.getValue());
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory cannot be written", e);
    }
    return out + "\n";
  }

  private static void suite(XMLStreamWriter xml, String operation, List<Replayed> tests)
      throws XMLStreamException {
    Tally tally = Tally.of(tests.stream().map(Replayed::verdict).toList());
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", operation);
    xml.writeAttribute("tests", Integer.toString(tests.size()));
    xml.writeAttribute("failures", Long.toString(tally.failed()));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", Long.toString(tally.skipped()));
    xml.writeAttribute(
        "time", seconds(tests.stream().map(Replayed::took).reduce(Duration.ZERO, Duration::plus)));
    for (Replayed test : tests) {
      test(xml, test);
    }
    xml.writeEndElement();
  }

  private static void test(XMLStreamWriter xml, Replayed test) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", test.source().operation());
    xml.writeAttribute("name", text(test.verdict().name()));
    xml.writeAttribute("time", seconds(test.took()));
    if (test.verdict() instanceof Verdict.Failed failed) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", text(failed.differences().get(0).toString()));
      xml.writeCharacters(text(evidence(test, failed)));
      xml.writeEndElement();
    } else if (test.verdict() instanceof Verdict.Skipped skipped) {
      xml.writeEmptyElement("skipped");
      xml.writeAttribute("message", text(skipped.reason()));
    }
    xml.writeEndElement();
  }

  private static String evidence(Replayed test, Verdict.Failed failed) {
    var text = new StringBuilder(test.source().because()).append('\n');
    failed.differences().forEach(difference -> text.append(difference).append('\n'));
    test.traces().stream()
        .filter(trace -> !trace.aside())
        .forEach(t -> text.append("\n> ").append(t.sent()).append("\n< ").append(t.received()));
    return text.toString();
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
  }

  /** XML 1.0 cannot hold most control characters (section 2.2). */
  private static String text(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}
