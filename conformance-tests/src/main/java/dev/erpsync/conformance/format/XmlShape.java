package dev.erpsync.conformance.format;

import static javax.xml.XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Elements of a document, in their order, with their namespaces and attributes. A request may have
 * any root and any namespace; an answer has those of its type, for those who read it by name. (D10)
 */
final class XmlShape {
  private static final XMLInputFactory READERS = readers();

  private XmlShape() {}

  /**
   * What the first document has where the other has something else.
   *
   * @param expected well-formed
   * @param found well-formed
   */
  static Optional<String> missing(byte[] expected, byte[] found) {
    List<String> one = shape(expected);
    List<String> other = shape(found);
    for (int i = 0; i < one.size(); i++) {
      if (i >= other.size() || !one.get(i).equals(other.get(i))) {
        return Optional.of(one.get(i));
      }
    }
    return one.size() < other.size() ? Optional.of("an end") : Optional.empty();
  }

  private static List<String> shape(byte[] document) {
    List<String> shape = new ArrayList<>();
    try {
      XMLStreamReader reader =
          READERS.createXMLStreamReader(
              new ByteArrayInputStream(document), StandardCharsets.UTF_8.name());
      String declared = reader.getCharacterEncodingScheme();
      boolean utf8 = declared == null || StandardCharsets.UTF_8.name().equalsIgnoreCase(declared);
      shape.add(utf8 ? "encoding=\"utf-8\"" : "encoding=\"" + declared + "\"");
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamReader.START_ELEMENT) {
          shape.add(tag(reader));
        } else if (event == XMLStreamReader.END_ELEMENT) {
          shape.add("</" + reader.getLocalName() + ">");
        }
      }
    } catch (XMLStreamException e) {
      shape.add("no XML");
    }
    return shape;
  }

  private static String tag(XMLStreamReader reader) {
    String namespace = reader.getNamespaceURI();
    var tag = new StringBuilder("<");
    if (namespace != null && !namespace.isEmpty()) {
      tag.append('{').append(namespace).append('}');
    }
    tag.append(reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      boolean nil =
          W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(reader.getAttributeNamespace(i))
              && reader.getAttributeLocalName(i).equals("nil");
      tag.append(nil ? " xsi:nil" : " " + reader.getAttributeLocalName(i));
      tag.append("=\"").append(reader.getAttributeValue(i)).append('"');
    }
    return tag.append('>').toString();
  }

  private static XMLInputFactory readers() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
