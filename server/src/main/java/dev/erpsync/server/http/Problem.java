package dev.erpsync.server.http;

import dev.erpsync.server.model.ServiceError;

/**
 * Status and kind of an error answer.
 *
 * @param status HTTP status
 * @param type the {@code ErrorType} of the body
 */
record Problem(int status, String type) {
  /** The documented error body. */
  ServiceError body(String message) {
    return new ServiceError()
        .error(true)
        .errorType(type)
        .message(message)
        .errorMessage(message)
        .errorSource("erpsync");
  }
}
