package dev.erpsync.conformance.review.output;

import dev.erpsync.conformance.review.result.Finding;
import dev.erpsync.conformance.review.result.Review;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A review for build servers: a test a change, which fails when it breaks unapproved. */
final class JUnitReview {
  private JUnitReview() {}

  static String text(Review review) {
    var out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "erpsync");
      suite(xml, review);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory cannot be written", e);
    }
    return out + "\n";
  }

  private static void suite(XMLStreamWriter xml, Review review) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "contract review");
    xml.writeAttribute("tests", Integer.toString(Math.max(1, review.findings().size())));
    xml.writeAttribute("failures", Integer.toString(review.open().size()));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    if (review.findings().isEmpty()) {
      xml.writeEmptyElement("testcase");
      xml.writeAttribute("classname", "contract");
      xml.writeAttribute("name", "unchanged");
    }
    for (Finding finding : review.findings()) {
      test(xml, finding);
    }
    xml.writeEndElement();
  }

  private static void test(XMLStreamWriter xml, Finding finding) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", finding.change().rule().id());
    xml.writeAttribute("name", text(finding.place() + " " + finding.fingerprint()));
    if (finding.isOpenBreak()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", text(Brief.sentence(finding)));
      finding.at().ifPresent(at -> write(xml, at.toString()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void write(XMLStreamWriter xml, String text) {
    try {
      xml.writeCharacters(text(text));
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory cannot be written", e);
    }
  }

  /** XML 1.0 cannot hold most control characters (section 2.2). */
  private static String text(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}
