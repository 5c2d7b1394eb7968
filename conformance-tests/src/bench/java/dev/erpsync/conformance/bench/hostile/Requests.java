package dev.erpsync.conformance.bench.hostile;

import dev.erpsync.conformance.bench.load.Line;
import dev.erpsync.spec.Contract;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Requests as bytes. */
final class Requests {
  static final String BREAK = path("BreakActorLink");
  static final String SAVE = path("SaveConnection");
  static final String CONNECTIONS = path("GetAllConnections");
  static final String JSON = "application/json";

  /** A call that changes nothing: there is no such link. */
  static final String NO_LINK =
      "{\"ErpConnectionId\":1,\"CrmRecordId\":2000000000,\"CrmActorType\":\"Contact\"}";

  private Requests() {}

  /** The header with the documented user's credentials. */
  static String documented() {
    return "Authorization: " + Line.AUTHORIZATION;
  }

  static String basic(String user, String password) {
    String text = user + ":" + password;
    return "Authorization: Basic "
        + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Request line, Host and further headers, with the blank line at the end. */
  static String head(String requestLine, String... headers) {
    var text = new StringBuilder(requestLine).append(" HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return text.append("\r\n").toString();
  }

  /** A whole request with a length. */
  static byte[] post(String path, String type, byte[] body, String... headers) {
    String head = head("POST " + path, headers).stripTrailing();
    String rest = "\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n".formatted(type, body.length);
    return join(bytes(head + rest), body);
  }

  static byte[] post(String path, String type, String body, String... headers) {
    return post(path, type, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** The bystander's call. */
  static byte[] call(String authorization) {
    return post(BREAK, JSON, NO_LINK, authorization, "Accept: " + JSON);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] join(byte[] first, byte[] second) {
    byte[] all = new byte[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static String path(String operation) {
    return Contract.erpSync().operation(operation).orElseThrow().path();
  }
}
