package dev.erpsync.conformance.serve;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.format.MediaTypes;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Violation;
import dev.erpsync.spec.codec.CodecException;
import dev.erpsync.spec.codec.FormCodec;
import dev.erpsync.spec.codec.JsonPatchCodec;
import dev.erpsync.spec.codec.Names;
import dev.erpsync.spec.codec.XmlCodec;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Bodies of requests as the values that they stand for. (D9 to D12) Thread-safe. */
final class RequestBodies {
  private final Contract contract;
  private final XmlCodec xml;
  private final FormCodec form;

  RequestBodies(Contract contract) {
    this.contract = contract;
    this.xml = new XmlCodec(contract, Names.ANY_CASE);
    this.form = new FormCodec(contract, Names.ANY_CASE);
  }

  /**
   * Reads a value, and checks that it is one in its encoding. Whether it is allowed is not checked.
   * Names match the contract's in any letter case; the value has the contract's. (D4)
   *
   * @param type media type without parameters
   * @param charset what Content-Type names
   * @param schema where the schema of the value stands in the contract
   */
  Checked read(String type, Optional<Charset> charset, JsonPointer schema, byte[] body) {
    try {
      if (MediaTypes.isXml(type)) {
        return canonical(
            schema,
            charset.isPresent() ? xml.read(schema, body, charset.get()) : xml.read(schema, body));
      }
      Charset known = charset.orElse(StandardCharsets.UTF_8);
      if (MediaTypes.isForm(type)) {
        return canonical(schema, form.read(schema, body, known));
      }
      JsonNode value = StrictText.json(body, known);
      return MediaTypes.isJsonPatch(type) ? patched(schema, value) : canonical(schema, value);
    } catch (CodecException | UnreadableBodyException e) {
      return Checked.of(new Difference("", "a body in " + type, String.valueOf(e.getMessage())));
    }
  }

  private Checked patched(JsonPointer schema, JsonNode patch) {
    List<Violation> violations = contract.check("JsonPatch", patch);
    if (!violations.isEmpty()) {
      return new Checked(violations.stream().map(Difference::of).toList(), Optional.empty());
    }
    contract.canonicalizePatch(schema, patch);
    return canonical(schema, new JsonPatchCodec().read(patch));
  }

  private Checked canonical(JsonPointer schema, JsonNode value) {
    List<Violation> duplicates = contract.canonicalize(schema, value).duplicates();
    return new Checked(duplicates.stream().map(Difference::of).toList(), Optional.of(value));
  }
}
