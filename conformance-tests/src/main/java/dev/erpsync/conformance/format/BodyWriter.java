package dev.erpsync.conformance.format;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.codec.CodecException;
import dev.erpsync.spec.codec.FormCodec;
import dev.erpsync.spec.codec.XmlCodec;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Values as bodies of requests. Thread-safe. */
final class BodyWriter {
  /**
   * A body and all that it depends on: the same large value is often sent several times in a row.
   */
  private record Written(
      String type, Charset charset, JsonPointer schema, JsonNode value, Content content) {
    boolean is(String otherType, Charset otherCharset, JsonPointer otherSchema, JsonNode other) {
      return type.equals(otherType)
          && charset.equals(otherCharset)
          && schema.equals(otherSchema)
          && value.equals(other);
    }
  }

  private final XmlCodec xml;
  private final FormCodec form;
  private final AtomicReference<@Nullable Written> last = new AtomicReference<>();

  BodyWriter(Contract contract) {
    this.xml = new XmlCodec(contract);
    this.form = new FormCodec(contract);
  }

  /**
   * Writes a value.
   *
   * @param schema where the schema of the value stands in the contract
   * @throws NotSayableException if the bytes would say something else than the value
   */
  Content write(String type, Charset charset, JsonPointer schema, JsonNode value)
      throws NotSayableException {
    Written known = last.get();
    if (known != null && known.is(type, charset, schema, value)) {
      return known.content();
    }
    Content content = written(type, charset, schema, value);
    last.set(new Written(type, charset, schema, value.deepCopy(), content));
    return content;
  }

  private Content written(String type, Charset charset, JsonPointer schema, JsonNode value)
      throws NotSayableException {
    try {
      if (MediaTypes.isXml(type)) {
        return xml(charset, schema, value);
      }
      if (MediaTypes.isForm(type)) {
        return form(charset, schema, value);
      }
    } catch (CodecException e) {
      throw new NotSayableException(type + " cannot say it: " + e.getMessage());
    }
    JsonNode said = MediaTypes.isJsonPatch(type) ? patch(value) : value;
    return text(charset, said.toPrettyString());
  }

  private Content xml(Charset charset, JsonPointer schema, JsonNode value)
      throws NotSayableException {
    byte[] utf8 = xml.write(schema, value);
    requireSame(MediaTypes.XML, value, xml.read(schema, utf8));
    String text = new String(utf8, StandardCharsets.UTF_8);
    return text(
        charset, text.replaceFirst("encoding=\"utf-8\"", "encoding=\"" + charset.name() + "\""));
  }

  private Content form(Charset charset, JsonPointer schema, JsonNode value)
      throws NotSayableException {
    if (!charset.equals(StandardCharsets.UTF_8)) {
      throw new NotSayableException("forms are sent in UTF-8 only");
    }
    byte[] bytes = form.write(schema, value);
    if (bytes.length == 0) {
      throw new NotSayableException(MediaTypes.FORM + " cannot say an object without properties");
    }
    requireSame(MediaTypes.FORM, value, form.read(schema, bytes));
    return Content.of(bytes);
  }

  /** A whole value as additions to an empty object. (D12) */
  private static JsonNode patch(JsonNode value) {
    ArrayNode operations = JsonNodeFactory.instance.arrayNode();
    if (!value.isObject()) {
      operations.addObject().put("op", "add").put("path", "").set("value", value);
      return operations;
    }
    for (var member : value.properties()) {
      String path = JsonPointer.empty().appendProperty(member.getKey()).toString();
      operations.addObject().put("op", "add").put("path", path).set("value", member.getValue());
    }
    return operations;
  }

  private static Content text(Charset charset, String text) throws NotSayableException {
    if (!charset.newEncoder().canEncode(text)) {
      throw new NotSayableException(charset.name() + " cannot say it");
    }
    return Content.of(text.getBytes(charset));
  }

  private static void requireSame(String type, JsonNode meant, JsonNode said)
      throws NotSayableException {
    if (!meant.equals(said)) {
      String where = SaidElsewise.at(meant, said);
      throw new NotSayableException(
          "%s cannot say %s".formatted(type, where.isEmpty() ? "it" : where));
    }
  }
}
