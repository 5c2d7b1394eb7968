package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says about itself, to people and to programs, before anybody logs in. */
@Tag("D19")
class DiscoveryTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String BREAK = "/api/v1/Agents/ErpSync/BreakActorLink";

  static List<Operation> operations() {
    return Contract.erpSync().operations();
  }

  @Test
  void theVersionsHaveTheDocumentedKeys() {
    assertThat(get("/api", "application/json").body())
        .isEqualTo(
            """
            {"v1":"%s/api/v1","NetServerVersion":"0.1.0","NetServerAssembly":null,"NetServerDate":null,\
            "NetServerLabel":"erpsync","NetServer":"ErpSync agent 0.1.0, by erpsync",\
            "Services":null,"ServicesCurrent":null,"Version":"v1"}"""
                .formatted(SERVER.uri()));
  }

  @Test
  void theListHasEveryOperationOfTheContractAndNoOther() throws IOException {
    JsonNode list = json(get("/api/v1", "application/json"));
    assertThat(Contract.discovery().check("MethodsByUrl", list)).isEmpty();
    assertThat(list.properties())
        .extracting(entry -> entry.getKey())
        .containsExactlyElementsOf(
            operations().stream().map(o -> SERVER.uri() + o.path()).toList());
    assertThat(list.path(SERVER.uri() + BREAK).toString())
        .isEqualTo(
            """
            {"GET":"Describes the operation, and does not call it.",\
            "POST":"?$select={$select} Removes the link of a CRM record."}""");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aGetDescribesTheOperationAsTheContractHasIt(Operation operation) throws IOException {
    HttpResponse<String> answer = get(operation.path(), "application/json");
    JsonNode description = json(answer);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Contract.discovery().check("OperationDescription", description)).isEmpty();
    assertThat(description.path("Name").asText()).isEqualTo(operation.id());
    assertThat(description.path("Url").asText()).isEqualTo(SERVER.uri() + operation.path());
    assertThat(description.path("Method").asText()).isEqualTo("POST");
    assertThat(description.at("/Result/Status").asInt()).isEqualTo(operation.successStatus());
    Contract contract = Contract.erpSync();
    JsonNode body = contract.schema(operation.id() + "Request");
    assertThat(description.path("Parameters").findValuesAsText("Name"))
        .containsAll(body.path("properties").properties().stream().map(p -> p.getKey()).toList())
        .contains("$select", "SO-Language");
  }

  @Test
  void typesAreNamedAsInTheContract() throws IOException {
    JsonNode description = json(get("/api/v1/Agents/ErpSync/ConnectActor", "application/json"));
    assertThat(description.path("Parameters"))
        .extracting(p -> "%s %s %s".formatted(text(p, "In"), text(p, "Type"), text(p, "Name")))
        .startsWith(
            "body int32 ErpConnectionId",
            "body int32 CrmRecordId",
            "body CrmActorType CrmActorType",
            "body string ErpKey",
            "body ErpActorType ErpActorType",
            "body ErpSyncFieldValue[] FieldValues",
            "query string $select");
    assertThat(description.path("Result").toString())
        .contains("\"Status\":204,\"Type\":null")
        .endsWith("\"Types\":[]}");
  }

  @Test
  void describingBreaksNothing() {
    SERVER.seed(
        """
        {"Connectors":[{"ErpConnectorId":1}],"Connections":[{"ErpConnectionId":1,"ErpConnectorId":1}],
         "ActorLinks":[{"ErpConnectionId":1,"CrmRecordId":1,"CrmActorType":"Contact","ErpKey":"k","ErpActorType":"Customer"}]}""");
    String before = SERVER.state();
    String query = "?ErpConnectionId=1&CrmRecordId=1&CrmActorType=Contact&$select=Name";
    assertThat(get(BREAK + query, "application/json").body()).contains("\"Summary\":\"Removes");
    assertThat(SERVER.state()).isEqualTo(before);
  }

  @ParameterizedTest
  @Tag("D13")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api    |                                           | text/html
          /api    | */*                                       | text/html
          /api    | application/json                          | application/json
          /api    | text/html, application/json;q=0.9         | text/html
          /api    | application/json, text/html;q=0.9         | application/json
          /api    | image/png                                 | text/html
          /api    | nonsense                                  | text/html
          /api/v1 |                                           | application/json
          /api/v1 | text/html,application/xhtml+xml,*/*;q=0.8 | text/html
          /api/v1 | text/*                                    | text/html
          /api/v1/Agents/ErpSync/BreakActorLink | */*         | application/json
          /api/v1/Agents/ErpSync/BreakActorLink | text/html   | text/html
          """)
  void theFormatIsTheOneThatIsAskedFor(String path, String accept, String type) {
    HttpResponse<String> answer = get(path, accept == null ? "" : accept);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(type + ";charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api", "/api/v1", BREAK})
  void aPageLinksTheServerAndRunsNothing(String path) {
    HttpResponse<String> page = get(path, "text/html");
    assertThat(page.body())
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("<h1>" + path + "</h1>", "<a href=\"" + SERVER.uri() + "/api/v1")
        .doesNotContain("<script", " onclick", "style=")
        .endsWith("</html>\n");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .matches(
            "default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  @ParameterizedTest
  @Tag("D6")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api              | PUT    | GET, HEAD, OPTIONS
          /api/v1           | POST   | GET, HEAD, OPTIONS
          /_emulator/state  | DELETE | GET, HEAD, OPTIONS
          /_emulator/reset  | GET    | OPTIONS, POST
          /api/v1/Agents/ErpSync/BreakActorLink | DELETE | GET, HEAD, OPTIONS, POST
          /api/v1/Agents/ErpSync/BreakActorLink | PATCH  | GET, HEAD, OPTIONS, POST
          /api/v1/Agents/ErpSync/BreakActorLink | BREW   | GET, HEAD, OPTIONS, POST
          """)
  void anotherMethodIsToldWhichThereAre(String path, String method, String allow) {
    HttpResponse<String> refused =
        SERVER.send(SERVER.request(path).method(method, BodyPublishers.noBody()));
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().allValues("Allow")).containsExactly(allow);
    HttpRequest.Builder options =
        HttpRequest.newBuilder(SERVER.uri().resolve(path))
            .method("OPTIONS", BodyPublishers.noBody());
    assertThat(SERVER.send(options).statusCode()).isEqualTo(204);
    assertThat(SERVER.send(options).headers().allValues("Allow")).containsExactly(allow);
  }

  @ParameterizedTest
  @Tag("D6")
  @ValueSource(
      strings = {
        "/api/v1/Agents/ErpSync/%42reakActorLink",
        "/%61pi/v1/Agents/ErpSync/BreakActorLin%6b",
        "/%61%70%69/v%31/%41gents/ErpSync/BreakActorLink"
      })
  void aNeedlessPercentSignDoesNotCount(String path) {
    assertThat(get(path, "").body()).isEqualTo(get(BREAK, "").body());
    assertThat(SERVER.post(path, "{}").body()).isEqualTo(SERVER.post(BREAK, "{}").body());
  }

  @ParameterizedTest
  @Tag("D6")
  @ValueSource(
      strings = {"/api/", "/API", "/api/v1/", "/api/v1/agents/ErpSync/BreakActorLink", "/"})
  void anotherSpellingOfAPathIsAnotherPath(String path) {
    assertThat(get(path, "").statusCode()).isEqualTo(404);
  }

  @Test
  @Tag("D6")
  void aHeadIsAGetWithoutABody() {
    HttpResponse<String> head =
        SERVER.send(
            HttpRequest.newBuilder(SERVER.uri().resolve(BREAK))
                .method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Length").orElseThrow())
        .isEqualTo("" + get(BREAK, "").body().length());
  }

  @Test
  void aDescriptionIsTheSameInEveryLanguage() {
    var request = HttpRequest.newBuilder(SERVER.uri().resolve(BREAK));
    assertThat(SERVER.send(request.header("Accept-Language", "no")).body())
        .isEqualTo(get(BREAK, "").body());
  }

  @Test
  void whatIsNoOperationIsNotDescribed() {
    HttpResponse<String> answer = get("/api/v1/Agents/ErpSync/NoSuchOperation", "text/html");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/json;charset=utf-8");
  }

  @Test
  void urlsHaveTheNameUnderWhichTheServerWasReachedAndNoForwardedOne() throws Exception {
    String request =
        "GET /api HTTP/1.1\r\nHost: erp.localhost:81\r\nX-Forwarded-Host: evil\r\nForwarded: host=evil\r\nAccept: application/json\r\nConnection: close\r\n\r\n";
    assertThat(new RawClient(SERVER.uri()).send(request))
        .contains("\"v1\":\"http://erp.localhost:81/api/v1\"")
        .doesNotContain("evil");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "u@b", "b:99999", "\"><script>", "a b", ""})
  void aHostThatIsNoneIsRefused(String host) throws Exception {
    String request = "GET /api HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host);
    assertThat(new RawClient(SERVER.uri()).send(request)).startsWith("HTTP/1.1 400 ");
  }

  private static HttpResponse<String> get(String path, String accept) {
    var request = HttpRequest.newBuilder(SERVER.uri().resolve(path.replace("$", "%24")));
    return SERVER.send(accept.isEmpty() ? request : request.header("Accept", accept));
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  private static String text(JsonNode node, String property) {
    return node.path(property).asText();
  }
}
