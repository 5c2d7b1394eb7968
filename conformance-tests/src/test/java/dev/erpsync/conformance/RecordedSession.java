package dev.erpsync.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A client at work: it sends names in camelCase, as the vendor's client does, on a server that has
 * {@link #BEFORE} already.
 */
final class RecordedSession {
  /** What the server has before the first call. */
  static final String BEFORE =
      """
      {"Connectors": [{"ErpConnectorId": 1, "DisplayName": "Old connector"}],
       "Connections": [{"ErpConnectionId": 1, "ErpConnectorId": 1, "DisplayName": "Old connection",
                        "Active": true, "AllAccess": true, "ConfigFields": {"Server": "neverTold-old"}}],
       "ActorLinks": [{"ErpConnectionId": 1, "CrmRecordId": 100, "CrmActorType": "Contact",
                       "ErpKey": "old", "ErpActorType": "Customer"}]}
      """;

  /** Of the session; the second one has other credentials, which the server rejects. */
  static final String CREDENTIALS = "Basic dGplMDpUamUw";

  private static final Pattern NAME = Pattern.compile("(?<=\")[a-z](?=\\w+\"\\s*:)");

  private static final String STRANGER = "SoTicket 7T:neverTold-ticket";

  private final HttpSender sender;
  private final UnaryOperator<String> spelling;
  private int calls;

  private RecordedSession(URI server, UnaryOperator<String> spelling) {
    this.sender = new HttpSender(server);
    this.spelling = spelling;
  }

  /** Makes all calls with names in camelCase, and returns how many there were. */
  static int play(URI server) throws IOException {
    return play(new RecordedSession(server, body -> body));
  }

  /** Makes all calls with the names of the contract, and returns how many there were. */
  static int playInPascalCase(URI server) throws IOException {
    return play(
        new RecordedSession(
            server,
            body -> NAME.matcher(body).replaceAll(name -> name.group().toUpperCase(Locale.ROOT))));
  }

  private static int play(RecordedSession session) throws IOException {
    session.whatWasThere();
    int connector = session.connector();
    int connection = session.connection(connector);
    session.links(connection);
    session.otherMediaTypes(connection);
    session.rejected(connector);
    session.removal(connector, connection);
    return session.calls;
  }

  private void whatWasThere() throws IOException {
    call("CreateDefaultErpSyncConnectorEntity", "null");
    call("GetAllConnectors", "");
    call("GetConnection", "{\"erpConnectionId\":1}");
    call("GetErpConnectionConfigFields", "{\"erpConnectionId\":1}");
    call("CreateActorLink", link(1, 101, "new"));
    call("CreateActorLink", link(1, 102, "old"));
    call("BreakActorLink", record(1, 100));
    call("CreateActorLink", link(1, 102, "old"));
    call("BreakActorLink", record(1, 102));
  }

  private int connector() throws IOException {
    int id =
        call(
                "SaveErpSyncConnectorEntity",
                "{\"erpConnectorId\":0,\"displayName\":\"Mine\",\"uRL\":\"http://127.0.0.1/erp\",\"deleted\":false}")
            .path("ErpConnectorId")
            .asInt();
    call(
        "SaveErpSyncConnectorEntity",
        "{\"erpConnectorId\":%d,\"displayName\":\"Mine again\"}".formatted(id));
    call("GetErpSyncConnectorEntity?erpSyncConnectorEntityId=" + id, "null");
    call("GetAllConnectors", "");
    return id;
  }

  private int connection(int connector) throws IOException {
    JsonNode saved =
        call(
            "SaveConnection",
            """
            { "connection" : {"erpConnectionId":0, "erpConnectorId":%d,
              "displayName":"NO:\\"Leverandør\\";US:\\"Supplier\\"", "displayDescription":"\\u00e6", "active":true,
              "mostRecentTimestamp":"2026-01-01", "allAccess":true,
              "configFields":{"Server":"neverTold-server","Password":"neverTold-pw","Copy":"neverTold-server","Empty":""}}}"""
                .formatted(connector));
    int id = saved.path("ErpConnectionId").asInt();
    String one = "{\"erpConnectionId\":%d}".formatted(id);
    JsonNode read = call("GetConnection", one);
    call("SaveConnection", "{\"connection\":" + inCamelCase(read) + "}");
    call("GetAllConnections", "{\"includeDeleted\":false}");
    call("GetErpConnectionConfigFields", one);
    call("GetErpSyncConnectionSummary", "{\"erpSyncConnectionId\":%d}".formatted(id));
    call("ToggleErpConnectionActive", one);
    call("GetConnection", one);
    call("SaveErpConnectionSyncPriorities", "{\"erpConnectionIds\":[%d,1]}".formatted(id));
    call("SaveErpConnectionSyncPriorities", "{\"erpConnectionIds\":[%d,99]}".formatted(id));
    call(
        "SaveConnection",
        "{\"connection\":{\"erpConnectionId\":0,\"erpConnectorId\":%d,\"connectionId\":\"chosen\",\"allAccess\":true}}"
            .formatted(connector));
    return id;
  }

  private void links(int connection) throws IOException {
    call("CreateActorLink", link(connection, 1, "a"));
    call("CreateActorLink", link(connection, 1, "a"));
    call("CreateActorLink", link(connection, 2, "a"));
    call("TryConnectActor", link(connection, 2, "b"));
    call("ConnectActor", link(connection, 3, "c"));
    call("ConnectActor", link(connection, 4, "c"));
    call("GetConnectionsAndDisplayFields", "{\"crmActorType\":\"Contact\",\"entityId\":1}");
    call("BreakActorLink", record(connection, 1));
    call("BreakActorLink", record(connection, 1));
    call("GetConnectionsAndDisplayFields", "{\"crmActorType\":\"Contact\",\"entityId\":1}");
  }

  private void otherMediaTypes(int connection) throws IOException {
    send(
        "CreateActorLink",
        """
        <CreateActorLinkRequest><ErpConnectionId>%d</ErpConnectionId><CrmRecordId>7</CrmRecordId><CrmActorType>Contact</CrmActorType>\
        <ErpKey>x</ErpKey><ErpActorType>Customer</ErpActorType></CreateActorLinkRequest>"""
            .formatted(connection),
        Map.of("Content-Type", "application/xml", "Accept", "application/xml"));
    send(
        "BreakActorLink",
        "ErpConnectionId=%d&CrmRecordId=7&CrmActorType=Contact".formatted(connection),
        Map.of("Content-Type", "application/x-www-form-urlencoded"));
    send(
        "BreakActorLink",
        """
        [{"op":"add","path":"/ErpConnectionId","value":%d},{"op":"add","path":"/CrmRecordId","value":3},
         {"op":"add","path":"/CrmActorType","value":"Contact"}]"""
            .formatted(connection),
        Map.of("Content-Type", "application/json-patch+json"));
  }

  private void rejected(int connector) throws IOException {
    call("DeleteConnection", "{\"erpConnectionId\":99}");
    call("CreateActorLink", "{\"erpConnectionId\":1}");
    call("DeleteErpSyncConnectorEntity?ErpSyncConnectorEntityId=" + connector, "null");
    send("GetAllConnectors", "", Map.of("Authorization", STRANGER));
  }

  private void removal(int connector, int connection) throws IOException {
    String can = "{\"erpSyncConnectorId\":%d}".formatted(connector);
    call("CanDeleteErpSyncConnectorEntity", can);
    call("DeleteConnection", "{\"erpConnectionId\":%d}".formatted(connection));
    call("DeleteConnection", "{\"erpConnectionId\":%d}".formatted(connection + 1));
    call("GetAllConnections", "{\"includeDeleted\":false}");
    call("CanDeleteErpSyncConnectorEntity", can);
    call("DeleteErpSyncConnectorEntity?ErpSyncConnectorEntityId=" + connector, "null");
    call("CanDeleteErpSyncConnectorEntity", can);
    call("GetAllConnectors", "");
  }

  private JsonNode call(String operation, String body) throws IOException {
    return send(operation, spelling.apply(body), Map.of())
        .json()
        .orElseGet(() -> new ObjectNode(null));
  }

  private Response send(String operation, String body, Map<String, String> more)
      throws IOException {
    calls++;
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", CREDENTIALS);
    headers.put("Accept", "application/json");
    headers.put("Content-Type", "application/json");
    headers.put("SO-AppToken", "neverTold-app");
    headers.put("Cookie", "ASP.NET_SessionId=neverTold-session");
    headers.putAll(more);
    String[] target = operation.split("\\?", 2);
    return sender.send(
        new Request(
            "POST",
            "/api/v1/Agents/ErpSync/" + target[0],
            target.length > 1 ? target[1] : "",
            headers,
            body.isEmpty() ? Optional.empty() : Optional.of(Content.of(body))));
  }

  private static String link(int connection, int record, String key) {
    return "{\"erpConnectionId\":%d,\"crmRecordId\":%d,\"crmActorType\":\"Contact\",\"erpKey\":\"%s\",\"erpActorType\":\"Customer\"}"
        .formatted(connection, record, key);
  }

  private static String record(int connection, int record) {
    return "{\"erpConnectionId\":%d,\"crmRecordId\":%d,\"crmActorType\":\"Contact\"}"
        .formatted(connection, record);
  }

  private static JsonNode inCamelCase(JsonNode connection) {
    ObjectNode copy = connection.deepCopy();
    copy.removeAll();
    connection
        .properties()
        .forEach(
            each -> {
              String name = each.getKey();
              if (!name.equals("TableRight") && !name.equals("FieldProperties")) {
                copy.set(
                    name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1),
                    each.getValue());
              }
            });
    return copy;
  }
}
