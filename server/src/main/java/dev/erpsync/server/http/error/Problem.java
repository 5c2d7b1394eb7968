package dev.erpsync.server.http.error;

import dev.erpsync.server.model.ServiceError;
import dev.erpsync.spec.codec.XmlCharacters;

/**
 * Status and kind of an error answer.
 *
 * @param status HTTP status
 * @param type the {@code ErrorType} of the body
 */
public record Problem(int status, String type) {
  /** The documented error body. */
  public ServiceError body(String text) {
    String message = XmlCharacters.replaced(text);
    return new ServiceError()
        .error(true)
        .errorType(type)
        .message(message)
        .errorMessage(message)
        .errorSource("erpsync");
  }
}
