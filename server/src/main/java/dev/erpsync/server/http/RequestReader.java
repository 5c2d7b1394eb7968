package dev.erpsync.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.spec.Contract;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

/**
 * Reads a request into a generated model, whatever its encoding, and lets nothing through that the
 * contract does not allow: the schema of a model is the one with its name. (D4)
 */
final class RequestReader implements MessageBodyReader<Object> {

  private final ObjectMapper mapper;
  private final List<Contract> contracts;
  private final RequestFormats formats;
  private final int maxBytes;

  /**
   * A reader.
   *
   * @param mapper makes models of checked values
   * @param contracts where schemas are looked up, in this order
   * @param formats the encodings
   * @param maxBytes longest request body
   */
  RequestReader(
      ObjectMapper mapper, List<Contract> contracts, RequestFormats formats, int maxBytes) {
    this.mapper = mapper;
    this.contracts = contracts;
    this.formats = formats;
    this.maxBytes = maxBytes;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return formats.include(mediaType)
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
    Contract contract =
        contracts.stream().filter(c -> hasSchema(c, type)).findFirst().orElseThrow();
    JsonNode value = formats.decode(mediaType, contract, type.getSimpleName(), bytes(in));
    if (!Text.isWhole(value)) {
      throw new MalformedRequestException("request body: a text holds half a character");
    }
    MalformedRequestException.refuse("request body", contract.check(type.getSimpleName(), value));
    return mapper.treeToValue(value, type);
  }

  private byte[] bytes(InputStream in) {
    byte[] body;
    try {
      body = in.readNBytes(maxBytes + 1);
    } catch (IOException e) {
      throw new MalformedRequestException("request body: it ends too early");
    }
    if (body.length > maxBytes) {
      throw new ClientErrorException(
          "The request body is larger than " + maxBytes + " bytes.", 413);
    }
    if (body.length == 0) {
      throw new MalformedRequestException("request body: nothing was sent");
    }
    return body;
  }

  private static boolean hasSchema(Contract contract, Class<?> type) {
    return !contract.schema(type.getSimpleName()).isMissingNode();
  }
}
