package dev.erpsync.spec.codec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.spec.Contract;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Bodies in {@code application/xml} and {@code text/xml}. (D10)
 *
 * <p>The root element has the name of the type, children the names of properties; an array holds
 * one element per item, named after the item's type, a dictionary one {@code StringKeyValuePair}
 * with {@code Key} and {@code Value} per entry; null is {@code xsi:nil="true"}. Thread-safe.
 */
public final class XmlCodec {
  static final String PAIR = "StringKeyValuePair";

  private final JsonNode document;
  private final Names names;

  /** A codec for the schemas of a contract. */
  public XmlCodec(Contract contract) {
    this(contract, Names.EXACT);
  }

  /** A codec that matches the names it reads in its own way. */
  public XmlCodec(Contract contract, Names names) {
    this.document = contract.document();
    this.names = names;
  }

  /**
   * Writes a value, in UTF-8 and without any white space between elements.
   *
   * @param schema where the value's schema stands in the contract
   * @param value a value; it need not conform, so that refusals can be tested
   * @throws CodecException if the value holds a character that XML 1.0 has no place for, or a
   *     property that the contract does not know and that is an array or no element name
   */
  public byte[] write(JsonPointer schema, JsonNode value) {
    String xml = new XmlWriter().document(Type.at(document, schema), value);
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a document in the charset that its byte order mark or declaration names, else UTF-8. The
   * name of the root element, namespaces, and other attributes than {@code xsi:nil} do not count.
   *
   * @param schema where the schema of the value stands in the contract
   * @throws CodecException if it is not well-formed, has a DOCTYPE, is nested deeper than 64
   *     elements, or gives a property or key twice
   */
  public JsonNode read(JsonPointer schema, byte[] xml) {
    return XmlReader.read(Type.at(document, schema, names), XmlParser.parse(xml), "");
  }

  /** As {@link #read(JsonPointer, byte[])}, in the charset that the Content-Type names. */
  public JsonNode read(JsonPointer schema, byte[] xml, Charset charset) {
    return XmlReader.read(Type.at(document, schema, names), XmlParser.parse(xml, charset), "");
  }
}
