package dev.erpsync.server.http.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.codec.XmlCharacters;
import dev.erpsync.spec.codec.XmlCodec;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Writes responses as XML, by the schemas of the contract. Stored texts may hold characters that
 * XML cannot: they are replaced, so that one of them does not cost the whole response. (D10)
 */
@Produces({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
public final class XmlResponseWriter implements MessageBodyWriter<Object> {
  private final ObjectMapper mapper;
  private final XmlCodec codec;

  /**
   * A writer.
   *
   * @param mapper makes trees of models
   * @param contract has the schemas
   */
  public XmlResponseWriter(ObjectMapper mapper, Contract contract) {
    this.mapper = mapper;
    this.codec = new XmlCodec(contract);
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return true;
  }

  @Override
  public void writeTo(
      Object answer,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(bytes(answer));
  }

  /** The document of a tree, or of an error, whose class is named as its schema. */
  public byte[] bytes(Object answer) {
    return answer instanceof ResponseTree tree
        ? codec.write(tree.schema(), XmlCharacters.replaced(tree.value()))
        : codec.write(
            Contract.schemaPointer(answer.getClass().getSimpleName()),
            XmlCharacters.replaced(mapper.<JsonNode>valueToTree(answer)));
  }
}
