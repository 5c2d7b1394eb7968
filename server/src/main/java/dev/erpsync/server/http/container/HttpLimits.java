package dev.erpsync.server.http.container;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How much of a server one client can take.
 *
 * @param connections open connections; beyond it, those on which no request is served are closed
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

  /** Open connections of one address; beyond it, as for {@link #connections}. */
  int connectionsOfAddress() {
    return connections - connections / 4;
  }

  /** Open connections that all serve requests; more of them wait to be accepted. */
  int busyConnections() {
    return connections + connections / 4;
  }

  /** The shortest of the limits of time. */
  Duration shortest() {
    return Stream.of(silence, head, body).min(Comparator.naturalOrder()).orElseThrow();
  }
}
