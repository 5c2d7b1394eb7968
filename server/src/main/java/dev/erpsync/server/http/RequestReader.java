package dev.erpsync.server.http;

import static dev.erpsync.spec.Contract.schemaPointer;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.server.http.RequestFormats.Decoded;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.NameMatches;
import dev.erpsync.spec.Violation;
import dev.erpsync.spec.codec.TolerantReading;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads a request into a generated model, whatever its encoding, and lets nothing through that the
 * contract does not allow: the schema of a model is the one with its name. Stands in front of
 * Jersey's own readers, which would check nothing, and so can note what it finds. (D4)
 */
final class RequestReader implements ReaderInterceptor {
  private static final String SIDE = "request body";

  private final ObjectMapper mapper;
  private final Map<String, Model> models;
  private final int maxBytes;

  private record Model(Rules rules, JsonPointer schema) {}

  /**
   * A reader.
   *
   * @param mapper makes models of checked values
   * @param rules where schemas are looked up, in this order
   * @param maxBytes longest request body
   */
  RequestReader(ObjectMapper mapper, List<Rules> rules, int maxBytes) {
    this.mapper = mapper;
    this.models =
        rules.stream()
            .flatMap(
                each ->
                    each.contract().schemaNames().stream()
                        .map(name -> Map.entry(name, new Model(each, schemaPointer(name)))))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
    this.maxBytes = maxBytes;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Class<?> type = context.getType();
    MediaType mediaType = context.getMediaType();
    Model model = models.get(type.getSimpleName());
    if (model == null || !RequestFormats.include(mediaType)) {
      return context.proceed();
    }
    RequestFormats formats = model.rules().formats();
    Decoded sent = formats.decode(mediaType, model.schema(), bytes(context.getInputStream()));
    if (sent.value().isNull()) {
      throw new MalformedRequestException(SIDE + ": nothing was sent");
    }
    JsonNode checked = checked(model.rules(), model.schema(), sent, Findings.of(context));
    return mapper.treeToValue(checked, type);
  }

  private byte[] bytes(InputStream in) throws IOException {
    byte[] body = in.readNBytes(maxBytes + 1);
    if (body.length > maxBytes) {
      throw BodySizeFilter.tooLarge(maxBytes);
    }
    if (body.length == 0) {
      throw new MalformedRequestException(SIDE + ": nothing was sent");
    }
    return body;
  }

  /** The value as it is understood. */
  private static JsonNode checked(
      Rules rules, JsonPointer schema, Decoded sent, Findings findings) {
    Contract contract = rules.contract();
    NameMatches names = sent.names();
    findings.addOtherCase(names.otherCase());
    JsonNode value =
        rules.level() == Validation.VENDOR
            ? new TolerantReading(contract).read(schema, sent.value())
            : sent.value();
    List<Violation> violations =
        new ArrayList<>(contract.firstViolations(schema, value, Scalars.MOST));
    List<Violation> unknown = contract.unknownProperties(schema, value);
    findings.addUnknown(unknown);
    if (rules.level() != Validation.VENDOR) {
      violations.addAll(names.duplicates());
    }
    if (rules.level() == Validation.STRICT) {
      violations.addAll(names.otherCase());
      violations.addAll(unknown);
    }
    MalformedRequestException.refuse(SIDE, violations);
    return value;
  }
}
