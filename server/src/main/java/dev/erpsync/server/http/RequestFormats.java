package dev.erpsync.server.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.codec.CodecException;
import dev.erpsync.spec.codec.FormCodec;
import dev.erpsync.spec.codec.JsonPatchCodec;
import dev.erpsync.spec.codec.XmlCodec;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/** Request bodies of every encoding as the JSON values that they stand for. (D9 to D12) */
final class RequestFormats {
  private static final String FORM = "x-www-form-urlencoded";
  private static final String PATCH = "json-patch+json";
  private static final String PATCH_SCHEMA = "JsonPatch";

  private final Contract contract;
  private final StrictJson json;
  private final XmlCodec xml;
  private final FormCodec form;

  private RequestFormats(Contract contract, StrictJson json, XmlCodec xml, FormCodec form) {
    this.contract = contract;
    this.json = json;
    this.xml = xml;
    this.form = form;
  }

  /** The encodings by the schemas of a contract; tolerant ones at the level that is. */
  static RequestFormats of(Contract contract, Validation level) {
    return level == Validation.VENDOR
        ? new RequestFormats(
            contract,
            new StrictJson(ErpSyncApplication.tolerantMapper()),
            XmlCodec.tolerant(contract),
            FormCodec.tolerant(contract))
        : new RequestFormats(
            contract,
            new StrictJson(ErpSyncApplication.mapper()),
            new XmlCodec(contract),
            new FormCodec(contract));
  }

  static boolean include(MediaType type) {
    return isXml(type) || isJson(type) || type.getSubtype().equals(FORM);
  }

  /**
   * Decodes a body; what the contract allows is not checked.
   *
   * @param schema where the schema of the body stands in the contract
   * @throws MalformedRequestException when it is not well-formed in its encoding
   */
  JsonNode decode(MediaType type, JsonPointer schema, byte[] body) {
    Optional<Charset> charset = charset(type);
    try {
      if (isXml(type)) {
        return charset.isPresent() ? xml.read(schema, body, charset.get()) : xml.read(schema, body);
      }
      if (type.getSubtype().equals(FORM)) {
        return form.read(schema, body, charset.orElse(StandardCharsets.UTF_8));
      }
      JsonNode value = json.read(body, charset);
      return type.getSubtype().equals(PATCH) ? patched(value) : value;
    } catch (CodecException e) {
      throw new MalformedRequestException("request body: " + e.getMessage());
    }
  }

  private JsonNode patched(JsonNode patch) {
    MalformedRequestException.refuse("request body", contract.check(PATCH_SCHEMA, patch));
    return new JsonPatchCodec().read(patch);
  }

  private static Optional<Charset> charset(MediaType type) {
    String name = type.getParameters().get(MediaType.CHARSET_PARAMETER);
    try {
      return name == null ? Optional.empty() : Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new MalformedRequestException("request header Content-Type: the charset is unknown");
    }
  }

  private static boolean isXml(MediaType type) {
    return type.getSubtype().equals("xml");
  }

  private static boolean isJson(MediaType type) {
    return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
  }
}
