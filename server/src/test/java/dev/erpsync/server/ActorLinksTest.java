package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Links, against one state: Contact 1 is linked to Customer 'k1' on connection 1; connection 2 is
 * empty; connection 3 is deleted and links Contact 1 to Customer 'k3'.
 */
class ActorLinksTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String LINK =
      """
      {"ErpConnectionId":%s,"CrmRecordId":%s,"CrmActorType":"%s","ErpKey":"%s","ErpActorType":"%s"}""";

  @BeforeEach
  void seed() {
    SERVER.seed(
        """
        {"Connectors":[{"ErpConnectorId":1}],
         "Connections":[
           {"ErpConnectionId":1,"ErpConnectorId":1},
           {"ErpConnectionId":2,"ErpConnectorId":1},
           {"ErpConnectionId":3,"ErpConnectorId":1,"Deleted":true}],
         "ActorLinks":[%s,%s]}
        """
            .formatted(
                LINK.formatted(1, 1, "Contact", "k1", "Customer"),
                LINK.formatted(3, 1, "Contact", "k3", "Customer")));
  }

  @ParameterizedTest(name = "{5}")
  @Tag("D7")
  @Tag("D30")
  @Tag("D31")
  @Tag("D32")
  @Tag("D36")
  @Tag("D37")
  @CsvSource({
    "1, 2, Contact, k2, Customer, links what is free, true, 204",
    "1, 1, Contact, k1, Customer, is done when the very same link stands, true, 204",
    "2, 1, Contact, k1, Customer, links the same two on another connection, true, 204",
    "1, 2, Contact, K1, Customer, tells keys apart by letter case, true, 204",
    "1, 2, Contact, k1, Supplier, tells keys apart by actor type, true, 204",
    "1, 1, Person, k2, Person, tells records apart by type, true, 204",
    "1, 2147483647, Project, k2, Project, takes every record id from 1 to exist, true, 204",
    "1, 2, Contact, k2, Partner, links a company to a partner, true, 204",
    "1, 1, Contact, k2, Customer, refuses a second actor for a record, false, 409",
    "1, 2, Contact, k1, Customer, refuses a second record for an actor, false, 409",
    "9, 2, Contact, k2, Customer, refuses an unknown connection, false, 404",
    "3, 2, Contact, k2, Customer, refuses a deleted connection, false, 404",
    "1, 0, Contact, k2, Customer, refuses record 0, false, 409",
    "1, -1, Contact, k2, Customer, refuses a negative record id, false, 409",
    "1, 2, Contact, k2, Person, refuses a company as a person, false, 409",
    "1, 2, Person, k2, Customer, refuses a person as a customer, false, 409",
    "1, 2, Project, k2, Person, refuses a project as a person, false, 409",
    "1, 2, Contact, k2, Unknown, refuses an unknown ERP type, false, 409",
    "1, 2, Unknown, k2, Customer, refuses an unknown CRM type, false, 409",
    "1, 2, Sale, k2, Sale, refuses sales, false, 409",
    "1, 2, Person, k2, Employee, refuses employees, false, 409",
  })
  void creatingALink(
      String connection,
      String record,
      String crmType,
      String key,
      String erpType,
      String what,
      String created,
      int connected) {
    String link = LINK.formatted(connection, record, crmType, key, erpType);
    String before = SERVER.state();

    HttpResponse<String> create = SERVER.call("CreateActorLink", link);
    assertThat(create.statusCode()).isEqualTo(200);
    assertThat(create.body()).as(what).isEqualTo(created);
    assertThat(SERVER.state().contains(link)).isEqualTo(Boolean.parseBoolean(created));

    SERVER.send(
        SERVER.request("/_emulator/reset").POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
    seed(before);
    HttpResponse<String> connect = SERVER.call("ConnectActor", link);
    assertThat(connect.statusCode()).as(what).isEqualTo(connected);
    assertThat(connect.body().isEmpty()).isEqualTo(connected == 204);
    assertThat(SERVER.state().contains(link)).isEqualTo(connected == 204);
  }

  @Test
  @Tag("D7")
  @Tag("D34")
  void tryingToConnectSaysWhetherLinkAndValuesAreWritten() {
    String value = ",\"FieldValues\":[{\"CrmFieldKey\":\"f\",\"Value\":\"1\",\"SyncToCrm\":true}]}";
    String taken = LINK.formatted(1, 1, "Contact", "other", "Customer");
    String before = SERVER.state();
    HttpResponse<String> refused = SERVER.call("TryConnectActor", taken.replace("}", value));
    assertThat(refused.statusCode()).isEqualTo(200);
    assertThat(refused.body()).isEqualTo("false");
    assertThat(SERVER.state()).isEqualTo(before);
    String free = LINK.formatted(1, 5, "Contact", "k5", "Customer");
    assertThat(SERVER.call("TryConnectActor", free.replace("}", value)).body()).isEqualTo("true");
    assertThat(SERVER.state())
        .contains(free, "\"CrmRecordId\":5,\"CrmFieldKey\":\"f\",\"Value\":\"1\"");
  }

  private static void seed(String state) {
    SERVER.seed(state);
  }

  @ParameterizedTest(name = "{3}")
  @Tag("D7")
  @Tag("D33")
  @CsvSource({
    "1, 1, Contact, removes the link, true",
    "1, 2, Contact, finds no link of another record, false",
    "1, 1, Person, finds no link of another type, false",
    "2, 1, Contact, finds no link on another connection, false",
    "3, 1, Contact, ignores links of a deleted connection, false",
    "9, 1, Contact, knows no such connection, false",
    "1, 0, Unknown, takes any words, false",
  })
  void breakingALink(String connection, String record, String type, String what, String removed) {
    String request =
        """
        {"ErpConnectionId":%s,"CrmRecordId":%s,"CrmActorType":"%s"}"""
            .formatted(connection, record, type);
    assertThat(SERVER.call("BreakActorLink", request).body()).as(what).isEqualTo(removed);
    assertThat(SERVER.call("BreakActorLink", request).body()).as("again").isEqualTo("false");
    assertThat(SERVER.state()).contains(LINK.formatted(3, 1, "Contact", "k3", "Customer"));
  }

  @Test
  @Tag("D33")
  void aBrokenLinkCanBeMadeAnew() {
    SERVER.call(
        "BreakActorLink", "{\"ErpConnectionId\":1,\"CrmRecordId\":1,\"CrmActorType\":\"Contact\"}");
    String other = LINK.formatted(1, 1, "Contact", "k9", "Supplier");
    assertThat(SERVER.call("CreateActorLink", other).body()).isEqualTo("true");
  }

  @Test
  @Tag("D34")
  void connectingWritesEachValueToTheSidesThatItNames() {
    String link = LINK.formatted(1, 5, "Contact", "k5", "Customer");
    String values =
        """
        [{"CrmFieldKey":"crm","Value":"1","SyncToCrm":true},
         {"CrmFieldKey":"erp","Value":"2","SyncToErp":true},
         {"CrmFieldKey":"both","Value":"old","SyncToCrm":true,"SyncToErp":true},
         {"CrmFieldKey":"both","Value":null,"SyncToCrm":true},
         {"CrmFieldKey":"none","Value":"3"},
         {"Value":"4","SyncToCrm":true,"SyncToErp":true}]""";
    String request = link.replace("}", ",\"FieldValues\":" + values + "}");
    assertThat(SERVER.call("ConnectActor", request).statusCode()).isEqualTo(204);
    assertThat(SERVER.state())
        .contains(
            """
            "CrmFieldValues":[\
            {"CrmActorType":"Contact","CrmRecordId":5,"CrmFieldKey":"both","Value":null},\
            {"CrmActorType":"Contact","CrmRecordId":5,"CrmFieldKey":"crm","Value":"1"}],\
            "ErpFieldValues":[\
            {"ErpConnectionId":1,"ErpActorType":"Customer","ErpKey":"k5","CrmFieldKey":"both","Value":"old"},\
            {"ErpConnectionId":1,"ErpActorType":"Customer","ErpKey":"k5","CrmFieldKey":"erp","Value":"2"}]""");
  }

  @Test
  @Tag("D34")
  void aRefusedConnectWritesNoValue() {
    String taken = LINK.formatted(1, 1, "Contact", "other", "Customer");
    String request =
        taken.replace(
            "}", ",\"FieldValues\":[{\"CrmFieldKey\":\"f\",\"Value\":\"1\",\"SyncToCrm\":true}]}");
    assertThat(SERVER.call("ConnectActor", request).body())
        .isEqualTo(
            """
            {"Error":true,"ErrorType":"SoIllegalOperationException",\
            "Message":"Contact 1 is already linked to Customer 'k1' on connection 1.",\
            "ErrorMessage":"Contact 1 is already linked to Customer 'k1' on connection 1.",\
            "ErrorSource":"erpsync"}""");
    assertThat(SERVER.state()).contains("\"CrmFieldValues\":[]");
  }

  @Test
  @Tag("D38")
  void ofManyRacingCallsForOneLinkExactlyOneWins() throws Exception {
    List<Callable<String>> calls =
        IntStream.rangeClosed(1, 32)
            .mapToObj(record -> LINK.formatted(2, record, "Contact", "wanted", "Customer"))
            .<Callable<String>>map(link -> () -> SERVER.call("CreateActorLink", link).body())
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      int winners = 0;
      for (Future<String> answer : threads.invokeAll(calls)) {
        winners += answer.get().equals("true") ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
      assertThat(SERVER.state().split("\"wanted\"", -1)).hasSize(2);
    } finally {
      threads.shutdownNow();
    }
  }
}
