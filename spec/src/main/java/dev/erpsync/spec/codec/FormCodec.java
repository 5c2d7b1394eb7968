package dev.erpsync.spec.codec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.spec.Contract;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Bodies in {@code application/x-www-form-urlencoded}, for objects only. (D11)
 *
 * <p>{@code Name=value}; arrays by a repeated name or {@code Name[0]}; nested {@code
 * Connection.DisplayName}; dictionaries {@code ConfigFields.Key}. Thread-safe.
 */
public final class FormCodec {
  private final JsonNode document;
  private final Names names;

  /** A codec for the schemas of a contract. */
  public FormCodec(Contract contract) {
    this(contract, Names.EXACT);
  }

  /** A codec that matches the names it reads in its own way. */
  public FormCodec(Contract contract, Names names) {
    this.document = contract.document();
    this.names = names;
  }

  /**
   * Writes an object. Nulls are left out, because a form has no null.
   *
   * @param schema where the object's schema stands in the contract
   * @param value an object; it need not conform, so that refusals can be tested
   * @return ASCII; the percent signs stand for UTF-8
   * @throws CodecException if the value is no object, or holds what a form cannot: null in an
   *     array, an empty array, object or dictionary, or parts that the contract does not know
   */
  public byte[] write(JsonPointer schema, JsonNode value) {
    String form = new FormWriter().form(Type.at(document, schema), value);
    return form.getBytes(StandardCharsets.US_ASCII);
  }

  /** As {@link #read(JsonPointer, byte[], Charset)}, in UTF-8. */
  public JsonNode read(JsonPointer schema, byte[] form) {
    return read(schema, form, StandardCharsets.UTF_8);
  }

  /**
   * Reads an object.
   *
   * @param schema where the object's schema stands in the contract
   * @param charset what the bytes and percent signs stand for
   * @throws CodecException if a percent sign or the charset is broken, there are more than 10,000
   *     fields, a plain value is given twice, or the indexes of an array have a gap
   */
  public JsonNode read(JsonPointer schema, byte[] form, Charset charset) {
    Type type = Type.at(document, schema, names);
    if (type.kind() != Type.Kind.OBJECT) {
      throw new CodecException("a form holds an object");
    }
    var root = new FormNode(type, "");
    for (var field : FormFields.parse(form, charset)) {
      root.put("." + field.name(), field.value());
    }
    return root.toJson();
  }
}
