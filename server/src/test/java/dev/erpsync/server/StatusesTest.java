package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP itself asks for: statuses, headers and the error body around the operations. */
@Tag("D6")
class StatusesTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String BREAK = "/api/v1/Agents/ErpSync/BreakActorLink";
  private static final String REQUEST =
      "{\"ErpConnectionId\":1,\"CrmRecordId\":1,\"CrmActorType\":\"Contact\"}";

  @ParameterizedTest
  @Tag("D17")
  @ValueSource(
      strings = {
        "",
        "Basic",
        "Basic !!!",
        "Basic dGplMA==",
        "Basic dGplMDp0amUw",
        "Bearer dGplMDpUamUw",
        "dGplMDpUamUw"
      })
  void nobodyPassesWithoutTheRightCredentials(String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(SERVER.uri().resolve(BREAK)).POST(BodyPublishers.ofString(REQUEST));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    HttpResponse<String> answer = SERVER.send(request);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValue("Basic realm=\"SuperOffice Username or Ticket\"");
    assertThat(answer.body())
        .startsWith("{\"Error\":true,\"ErrorType\":\"SoSentryException\",")
        .doesNotContain("dGpl");
  }

  @ParameterizedTest
  @Tag("D17")
  @ValueSource(strings = {"Basic dGplMDpUamUw", "basic dGplMDpUamUw", "BASIC   dGplMDpUamUw"})
  void theDocumentedUserPasses(String authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(SERVER.uri().resolve(BREAK))
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(REQUEST));
    assertThat(SERVER.send(request).statusCode()).isEqualTo(200);
  }

  @Test
  void aConnectionStaysUsableWhenTheBodyOfARefusedRequestComesLate() throws Exception {
    try (Socket socket = new Socket(SERVER.uri().getHost(), SERVER.uri().getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      for (int i = 0; i < 3; i++) {
        String head =
            "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                .formatted(BREAK, REQUEST.length());
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        // Time for a server that does not wait for the body to answer and hang up.
        Thread.sleep(50);
        out.write(REQUEST.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        byte[] answer = new byte[12];
        assertThat(socket.getInputStream().readNBytes(answer, 0, answer.length)).isEqualTo(12);
        assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 401");
        socket.getInputStream().skipNBytes(rest(socket.getInputStream()));
      }
    }
  }

  @Test
  void aConnectionIsClosedWithAWordWhenABodyDoesNotCome() throws Exception {
    String answer =
        raw(
            "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(BREAK, 2 << 20, "x".repeat(100)));
    assertThat(answer).startsWith("HTTP/1.1 401").contains("\r\nConnection: close\r\n");
  }

  /** Reads the rest of an answer's head; how long its body is. */
  private static int rest(InputStream in) throws Exception {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.read());
    }
    String length = head.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
    return Integer.parseInt(length);
  }

  @Test
  void anUnknownPathIs404() {
    assertError(
        SERVER.call("NoSuchOperation", "{}"),
        404,
        "SoNotFoundException",
        "Nothing is served at /api/v1/Agents/ErpSync/NoSuchOperation.");
  }

  @Test
  void anotherMethodIs405WithAllow() {
    HttpResponse<String> answer = SERVER.send(SERVER.request(BREAK).DELETE());
    assertError(answer, 405, "SoIllegalOperationException", BREAK + " is not served with DELETE.");
    assertThat(answer.headers().firstValue("Allow"))
        .hasValueSatisfying(a -> assertThat(a).contains("POST"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/vnd.x+json", "application/octet-stream"})
  void anotherMediaTypeIs415(String type) {
    HttpRequest.Builder request =
        SERVER.request(BREAK).header("Content-Type", type).POST(BodyPublishers.ofString(REQUEST));
    assertError(
        SERVER.send(request),
        415,
        "ArgumentException",
        "A request body of type " + type + " cannot be read.");
  }

  @ParameterizedTest
  @Tag("D5")
  @ValueSource(strings = {"json", "application/", "a/b, c/d", "application/json; charset=\"utf-8"})
  void aContentTypeThatIsNoneIs400(String type) {
    HttpRequest.Builder request =
        SERVER.request(BREAK).header("Content-Type", type).POST(BodyPublishers.ofString(REQUEST));
    HttpResponse<String> answer = SERVER.send(request);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"Message\":\"The request is invalid.\",");
  }

  @Test
  void aBodyBeyondOneMebibyteIs413() {
    String big = "{\"More\":\"" + "x".repeat(1 << 20) + "\"}";
    assertError(
        SERVER.call("BreakActorLink", big),
        413,
        "ArgumentException",
        "The request body is larger than 1048576 bytes.");
  }

  @ParameterizedTest
  @Tag("D13")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json                          | application/json
          application/json; charset=utf-8           | application/json
          text/json                                 | text/json
          */*                                       | application/json
          text/*                                    | text/json
          text/json;q=0.5, application/json;q=0.4   | text/json
          application/merge-patch+json              | application/merge-patch+json
          image/png                                 | application/json
          nonsense                                  | application/json
          """)
  void theAnswerHasTheBestAcceptedTypeAndAlwaysACharset(String accept, String type) {
    HttpRequest.Builder request =
        SERVER
            .request(BREAK)
            .header("Content-Type", "application/json")
            .header("Accept", accept)
            .POST(BodyPublishers.ofString(REQUEST));
    HttpResponse<String> answer = SERVER.send(request);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(type + ";charset=utf-8");
    assertThat(answer.body()).isEqualTo("false");
  }

  @Test
  @Tag("D24")
  void everyDocumentedHeaderIsTaken() {
    HttpRequest.Builder request =
        SERVER
            .request("/api/v1/Agents/ErpSync/ConnectActor")
            .header("Content-Type", "application/json")
            .header("Accept-Language", "*")
            .header("SO-Language", "no")
            .header("SO-Culture", "no")
            .header("SO-TimeZone", "Europe/Oslo")
            .header("SO-AppToken", "token")
            .header("X-XSRF-TOKEN", "token")
            .POST(
                BodyPublishers.ofString(
                    """
                    {"ErpConnectionId":1,"CrmRecordId":1,"CrmActorType":"Contact",\
                    "ErpKey":"k","ErpActorType":"Customer"}"""));
    SERVER.seed(
        """
        {"Connectors":[{"ErpConnectorId":1}],"Connections":[{"ErpConnectionId":1,"ErpConnectorId":1}]}""");
    assertThat(SERVER.send(request).statusCode()).isEqualTo(204);
  }

  @Test
  void anAnswerTellsNobodyToKeepItAndNamesItsRequest() {
    HttpResponse<String> answer = SERVER.call("BreakActorLink", REQUEST);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  @ParameterizedTest
  @Tag("D5")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /%zz HTTP/1.1                | HTTP/1.1 400 | {"Message":"The request is invalid.","MessageDetail":"request line or headers: Bad Request."}
          GET / HTTP/9.9                   | HTTP/1.1 505 | {"Error":true,"ErrorType":"ArgumentException","Message":"Unknown Version.","ErrorMessage":"Unknown Version.","ErrorSource":"erpsync"}
          """)
  void whatNeverReachesTheApplicationHasTheErrorBodyToo(String line, String status, String body)
      throws Exception {
    assertThat(raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith(status)
        .endsWith(body);
  }

  @ParameterizedTest
  @Tag("D6")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Accept: text/x%s           | 1018 | HTTP/1.1 401
          Accept: text/x%s           | 1019 | HTTP/1.1 431
          Accept: a/b~Accept: %s | 1021 | HTTP/1.1 431
          Content-Type: %s           | 1025 | HTTP/1.1 431
          Content-Length: 2147483648 |    0 | HTTP/1.1 401
          """)
  void aHeadIsBoundedBeforeTheCallerIsKnown(String header, int length, String status)
      throws Exception {
    String line = header.replace("~", "\r\n").formatted("x".repeat(length));
    assertThat(
            raw(
                "POST /api/v1/Agents/ErpSync/BreakActorLink HTTP/1.1\r\nHost: localhost\r\n"
                    + line
                    + "\r\nConnection: close\r\n\r\n"))
        .startsWith(status);
  }

  @Test
  @Tag("D6")
  void anAcceptHas32ValuesAtMost() throws Exception {
    String accept =
        "GET /api HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: %s\r\n\r\n";
    assertThat(raw(accept.formatted("*/*" + ",*/*".repeat(31)))).startsWith("HTTP/1.1 200");
    assertThat(raw(accept.formatted("*/*" + ",*/*".repeat(32))))
        .startsWith("HTTP/1.1 431")
        .endsWith(
            """
            {"Error":true,"ErrorType":"ArgumentException","Message":"%1$s","ErrorMessage":"%1$s","ErrorSource":"erpsync"}"""
                .formatted("The header Accept has more than 32 values."));
  }

  @Test
  @Tag("D6")
  void aLengthBeyond31BitsIs413ForAKnownCaller() throws Exception {
    assertThat(
            raw(
                "POST /api/v1/Agents/ErpSync/BreakActorLink HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                    + RunningServer.AUTHORIZATION
                    + "\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n"))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void aRunningRequestIsFinishedWhenTheServerIsToldToStop(@TempDir Path data) throws Exception {
    ErpSyncServer server = ErpSyncServer.start(RunningServer.options(data));
    try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
      String head =
          "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
              .formatted(BREAK, RunningServer.AUTHORIZATION, REQUEST.length());
      socket.getOutputStream().write((head + REQUEST.charAt(0)).getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      // Time for the request to begin, and for a server that does not wait to give it up.
      Thread.sleep(300);
      var stopping = CompletableFuture.runAsync(server::close);
      Thread.sleep(1000);
      socket.getOutputStream().write(REQUEST.substring(1).getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200").endsWith("\r\n\r\nfalse");
      stopping.join();
    }
  }

  @Test
  void aBodyThatEndsTooEarlyIs400() throws Exception {
    try (Socket socket = new Socket(SERVER.uri().getHost(), SERVER.uri().getPort())) {
      String request =
          "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
              .formatted(BREAK, RunningServer.AUTHORIZATION);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void headersBeyondTheLimitAre431() throws Exception {
    assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431");
  }

  private static void assertError(
      HttpResponse<String> answer, int status, String type, String message) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body())
        .isEqualTo(
            "{\"Error\":true,\"ErrorType\":\"%1$s\",\"Message\":\"%2$s\",\"ErrorMessage\":\"%2$s\",\"ErrorSource\":\"erpsync\"}"
                .formatted(type, message));
  }

  private static String raw(String request) throws Exception {
    try (Socket socket = new Socket(SERVER.uri().getHost(), SERVER.uri().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
