package dev.erpsync.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Violation;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a JSON request into a generated model, and lets nothing through that the contract does not
 * allow: the schema of a model is the one with its name. (D4, D9)
 */
final class JsonRequestReader implements MessageBodyReader<Object> {
  private static final int SHOWN_VIOLATIONS = 5;

  private final ObjectMapper mapper;
  private final List<Contract> contracts;
  private final Set<MediaType> types;
  private final int maxBytes;

  /**
   * @param mapper reads strictly: no duplicate names, nothing after the value
   * @param contracts where schemas are looked up, in this order
   * @param maxBytes longest request body
   */
  JsonRequestReader(ObjectMapper mapper, List<Contract> contracts, int maxBytes) {
    this.mapper = mapper;
    this.contracts = contracts;
    this.types = JsonTypes.read(contracts);
    this.maxBytes = maxBytes;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return types.stream().anyMatch(mediaType::isCompatible)
        && contracts.stream().anyMatch(contract -> hasSchema(contract, type));
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream in)
      throws IOException {
    JsonNode value = parse(in);
    check(type, value);
    return mapper.treeToValue(value, type);
  }

  private JsonNode parse(InputStream in) {
    try {
      byte[] body = in.readNBytes(maxBytes + 1);
      if (body.length > maxBytes) {
        throw new ClientErrorException(
            "The request body is larger than " + maxBytes + " bytes.", 413);
      }
      JsonNode value = mapper.readTree(body);
      if (value.isMissingNode()) {
        throw new MalformedRequestException("request body: nothing was sent");
      }
      if (!Text.isWhole(value)) {
        throw new MalformedRequestException("request body: a text holds half a character");
      }
      return value;
    } catch (StreamConstraintsException e) {
      throw new MalformedRequestException("request body: nested too deeply, or a value too long");
    } catch (JsonProcessingException e) {
      // The parser's own words may quote the body, which may hold a secret.
      throw new MalformedRequestException(
          "request body: not well-formed JSON at line %d, column %d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw new MalformedRequestException("request body: it ends too early, or is no text");
    }
  }

  private void check(Class<?> type, JsonNode value) {
    Contract contract =
        contracts.stream().filter(c -> hasSchema(c, type)).findFirst().orElseThrow();
    List<Violation> violations = contract.check(type.getSimpleName(), value);
    if (!violations.isEmpty()) {
      throw new MalformedRequestException(
          violations.stream()
              .limit(SHOWN_VIOLATIONS)
              .map(Violation::toString)
              .collect(Collectors.joining("; ", "request body, ", "")));
    }
  }

  private static boolean hasSchema(Contract contract, Class<?> type) {
    return !contract.schema(type.getSimpleName()).isMissingNode();
  }
}
