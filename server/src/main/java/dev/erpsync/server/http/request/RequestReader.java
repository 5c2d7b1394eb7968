package dev.erpsync.server.http.request;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.server.http.error.MalformedRequestException;
import dev.erpsync.server.http.request.RequestFormats.Decoded;
import dev.erpsync.server.http.routing.Call;
import dev.erpsync.server.http.routing.Findings;
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
import java.util.Optional;

/**
 * Reads a request body into a generated model, whatever its encoding, and rejects what the contract
 * does not allow: the schema is that of the operation's body. Stands in front of Jersey's own
 * readers, which would check nothing. (D4)
 */
public final class RequestReader implements ReaderInterceptor {
  private static final String SIDE = "request body";

  private final ObjectMapper mapper;
  private final List<Rules> rules;
  private final int maxBytes;

  /**
   * A reader.
   *
   * @param mapper makes models of checked values
   * @param rules of the contracts whose bodies are read
   * @param maxBytes longest request body
   */
  public RequestReader(ObjectMapper mapper, List<Rules> rules, int maxBytes) {
    this.mapper = mapper;
    this.rules = List.copyOf(rules);
    this.maxBytes = maxBytes;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    MediaType mediaType = context.getMediaType();
    Call call = Call.of(context);
    for (Rules each : rules) {
      Optional<JsonPointer> schema =
          call.servedBy(each.contract())
              .flatMap(served -> served.operation().requestSchema(MediaType.APPLICATION_JSON));
      if (schema.isPresent() && RequestFormats.include(mediaType)) {
        return read(each, schema.get(), context);
      }
    }
    return context.proceed();
  }

  private Object read(Rules each, JsonPointer schema, ReaderInterceptorContext context)
      throws IOException {
    byte[] body = bytes(context.getInputStream());
    Decoded sent = each.formats().decode(context.getMediaType(), schema, body);
    if (sent.value().isNull()) {
      throw new MalformedRequestException(SIDE + ": nothing was sent");
    }
    JsonNode checked = checked(each, schema, sent, Call.of(context).findings());
    return mapper.treeToValue(checked, context.getType());
  }

  private byte[] bytes(InputStream in) throws IOException {
    byte[] body = in.readNBytes(maxBytes + 1);
    if (body.length > maxBytes) {
      throw BodyFilter.tooLarge(maxBytes);
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
