package dev.erpsync.spec.codec;

import static javax.xml.XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Makes elements of XML text. Takes no DOCTYPE, and so no entity but the five of XML. The messages
 * of the JDK's parser quote what they find, so they are not repeated. Thread-safe.
 */
final class XmlParser {
  /** No value of the contract is a tenth as deep. */
  private static final int DEEPEST = 64;

  private XmlParser() {}

  /** The root element; the document says in which charset it is. */
  static XmlElement parse(byte[] xml) {
    return parse(xml, XmlCharset.of(xml));
  }

  /** The root element; what the document says of its charset does not count. */
  static XmlElement parse(byte[] xml, Charset charset) {
    String text = Charsets.decode(xml, charset, "the XML document");
    // The parser is given characters: it would print what is wrong with bytes.
    var characters = new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text);
    try {
      return root(factory().createXMLStreamReader(characters));
    } catch (XMLStreamException e) {
      Location at = e.getLocation();
      String where = at == null ? "line 1, column 1" : place(at);
      throw new CodecException(where + ": not well-formed XML", e);
    }
  }

  /**
   * The JDK's own, whatever else is on the class path: its settings are the ones we know. One for
   * each document, because a factory keeps hold of its last reader.
   */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  private static XmlElement root(XMLStreamReader in) throws XMLStreamException {
    while (in.next() != XMLStreamConstants.START_ELEMENT) {
      if (in.getEventType() == XMLStreamConstants.DTD) {
        throw error(in.getLocation(), "a DOCTYPE is not taken");
      }
    }
    XmlElement root = element(in, 1);
    while (in.hasNext()) {
      in.next();
    }
    return root;
  }

  private static XmlElement element(XMLStreamReader in, int depth) throws XMLStreamException {
    Location at = in.getLocation();
    if (depth > DEEPEST) {
      throw error(at, "elements are nested deeper than " + DEEPEST);
    }
    String name = in.getLocalName();
    boolean nil = nil(in);
    StringBuilder text = new StringBuilder();
    List<XmlElement> children = new ArrayList<>();
    while (in.next() != XMLStreamConstants.END_ELEMENT) {
      switch (in.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(in, depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(in.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw error(in.getLocation(), "an entity that XML does not define");
        default -> {} // Comments and processing instructions say nothing.
      }
    }
    if (nil && !(children.isEmpty() && text.toString().isBlank())) {
      throw error(at, "xsi:nil, and yet not empty");
    }
    return new XmlElement(
        name, at.getLineNumber(), at.getColumnNumber(), nil, text.toString(), children);
  }

  private static boolean nil(XMLStreamReader in) {
    String nil = in.getAttributeValue(W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil");
    return switch (nil == null ? "false" : nil.strip()) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw error(in.getLocation(), "xsi:nil is neither true nor false");
    };
  }

  private static CodecException error(Location at, String message) {
    return new CodecException(place(at) + ": " + message);
  }

  private static String place(Location at) {
    return "line %d, column %d".formatted(at.getLineNumber(), at.getColumnNumber());
  }
}
