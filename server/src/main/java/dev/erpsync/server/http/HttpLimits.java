package dev.erpsync.server.http;

import java.time.Duration;

/**
 * How much of a server one client can take.
 *
 * @param connections open connections; more of them wait until one is closed
 * @param lineAndHeaderBytes request line and headers together
 * @param headers header fields
 * @param bodyBytes request body
 * @param silence how long a connection may say nothing
 * @param head how long a client may take for request line and headers, however busy it looks
 * @param body how long it may take for the body
 */
public record HttpLimits(
    int connections,
    int lineAndHeaderBytes,
    int headers,
    int bodyBytes,
    Duration silence,
    Duration head,
    Duration body) {

  /** What a server has unless it is told otherwise. */
  public static HttpLimits standard() {
    return new HttpLimits(
        1000,
        16 << 10,
        100,
        1 << 20,
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60));
  }
}
