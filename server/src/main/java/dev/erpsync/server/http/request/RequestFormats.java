package dev.erpsync.server.http.request;

import static dev.erpsync.spec.Contract.schemaPointer;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.server.http.error.MalformedRequestException;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.NameMatches;
import dev.erpsync.spec.codec.CodecException;
import dev.erpsync.spec.codec.FormCodec;
import dev.erpsync.spec.codec.JsonPatchCodec;
import dev.erpsync.spec.codec.Names;
import dev.erpsync.spec.codec.XmlCodec;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/** Request bodies of every encoding as the JSON values that they stand for. (D9 to D12) */
public final class RequestFormats {
  private static final String FORM = "x-www-form-urlencoded";
  private static final String PATCH = "json-patch+json";
  private static final String SIDE = "request body";
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

  /** The encodings by the schemas of a contract, as tolerant as the level is. */
  static RequestFormats of(Contract contract, Validation level) {
    boolean vendor = level == Validation.VENDOR;
    Names names = vendor ? Names.LAST_COUNTS : Names.ANY_CASE;
    return new RequestFormats(
        contract,
        new StrictJson(vendor ? JsonMappers.tolerant() : JsonMappers.strict()),
        new XmlCodec(contract, names),
        new FormCodec(contract, names));
  }

  static boolean include(MediaType type) {
    return isXml(type) || isJson(type) || type.getSubtype().equals(FORM);
  }

  /**
   * A decoded body.
   *
   * @param value with the contract's names
   * @param names those that were sent in another letter case
   */
  record Decoded(JsonNode value, NameMatches names) {}

  /**
   * Decodes a body; what the contract allows is not checked.
   *
   * @param schema where the schema of the body stands in the contract
   * @throws MalformedRequestException when it is not well-formed in its encoding
   */
  Decoded decode(MediaType type, JsonPointer schema, byte[] body) {
    Optional<Charset> charset = charset(type);
    try {
      if (isXml(type)) {
        return canonical(
            schema,
            handled(
                charset.isPresent()
                    ? xml.read(schema, body, charset.get())
                    : xml.read(schema, body)));
      }
      if (type.getSubtype().equals(FORM)) {
        return canonical(
            schema, handled(form.read(schema, body, charset.orElse(StandardCharsets.UTF_8))));
      }
      JsonNode value = handled(json.read(body, charset));
      return type.getSubtype().equals(PATCH) ? patched(schema, value) : canonical(schema, value);
    } catch (CodecException e) {
      throw new MalformedRequestException(SIDE + ": " + e.getMessage());
    }
  }

  /** Before anything else looks at the value: a number may be too long to write out. */
  private static JsonNode handled(JsonNode value) {
    MalformedRequestException.refuse(SIDE, Scalars.violations(value));
    return value;
  }

  private Decoded patched(JsonPointer schema, JsonNode patch) {
    MalformedRequestException.refuse(
        SIDE, contract.firstViolations(schemaPointer(PATCH_SCHEMA), patch, Scalars.MOST));
    NameMatches names = contract.canonicalizePatch(schema, patch);
    Decoded decoded = canonical(schema, new JsonPatchCodec().read(patch));
    return new Decoded(decoded.value(), names.and(decoded.names()));
  }

  private Decoded canonical(JsonPointer schema, JsonNode value) {
    return new Decoded(value, contract.canonicalize(schema, value));
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
