package dev.erpsync.conformance.review.japi;

import dev.erpsync.conformance.review.result.JavaChange;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the XML report of japicmp. */
public final class JavaApi {
  private static final List<List<String>> MEMBERS =
      List.of(
          List.of("constructors", "constructor"),
          List.of("methods", "method"),
          List.of("fields", "field"));
  private static final String UNCHANGED = "UNCHANGED";

  private JavaApi() {}

  /**
   * Classes and members that changed, in the order of the report.
   *
   * @param name of the file, for messages
   * @throws IOException when it is no report of japicmp
   */
  public static List<JavaChange> read(String name, String xml) throws IOException {
    Element root = parse(name, xml);
    if (!root.getNodeName().equals("japicmp")) {
      throw new IOException(name + " is no report of japicmp");
    }
    List<JavaChange> changes = new ArrayList<>();
    for (Element type : children(root, "classes", "class")) {
      String typeName = type.getAttribute("fullyQualifiedName");
      String status = type.getAttribute("changeStatus");
      if (status.equals("NEW") || status.equals("REMOVED")) {
        changes.add(change(typeName, "", type));
      } else if (!status.equals(UNCHANGED)) {
        changes.addAll(members(typeName, type));
      }
    }
    return List.copyOf(changes);
  }

  private static List<JavaChange> members(String typeName, Element type) {
    List<JavaChange> changes = new ArrayList<>();
    for (List<String> kind : MEMBERS) {
      for (Element member : children(type, kind.get(0), kind.get(1))) {
        if (!member.getAttribute("changeStatus").equals(UNCHANGED)) {
          changes.add(change(typeName, signature(member), member));
        }
      }
    }
    return changes;
  }

  private static JavaChange change(String type, String member, Element element) {
    String status = element.getAttribute("changeStatus");
    String word = status.equals("NEW") ? "added" : status.toLowerCase(Locale.ROOT);
    boolean compiles = element.getAttribute("sourceCompatible").equals("true");
    return new JavaChange(type, member, word.equals("modified") ? "changed" : word, compiles);
  }

  private static String signature(Element member) {
    String name = member.getAttribute("name");
    if (member.getNodeName().equals("field")) {
      return name;
    }
    return name
        + children(member, "parameters", "parameter").stream()
            .map(parameter -> parameter.getAttribute("type"))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static List<Element> children(Element parent, String list, String name) {
    return child(parent, list).map(all -> named(all, name)).orElse(List.of());
  }

  private static Optional<Element> child(Element parent, String name) {
    return named(parent, name).stream().findFirst();
  }

  private static List<Element> named(Element parent, String name) {
    List<Element> elements = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element && element.getNodeName().equals(name)) {
        elements.add(element);
      }
    }
    return elements;
  }

  private static Element parse(String name, String xml) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every JDK can read XML safely", e);
    } catch (SAXException e) {
      throw new IOException(name + " is no XML: " + e.getMessage(), e);
    }
  }
}
