package dev.erpsync.conformance.given;

import static dev.erpsync.conformance.given.Samples.json;
import static dev.erpsync.conformance.given.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.given.Given.Derived;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each rule derives. */
class DerivedTest {
  private static final Set<String> FREE = Set.of("DisplayName", "ErpConnectorId");
  private static final Contract CONTRACT = Contract.erpSync();
  private static final Contract EMULATOR = Contract.emulator();
  private static final GivenDeriver DERIVER = new GivenDeriver(CONTRACT, EMULATOR);

  private static final String ARGUMENTS =
      "{'ErpConnectionId':12, 'CrmRecordId':%d, 'CrmActorType':'%s',"
          + " 'ErpKey':'k', 'ErpActorType':'%s'}";
  private static final String CONNECTION =
      "'Connectors':[{'ErpConnectorId':1, 'DisplayName':'Sample connector'}],"
          + "'Connections':[{'ErpConnectionId':12, 'ErpConnectorId':1, 'AllAccess':true}]";
  private static final String CONNECTION_ONLY = "{" + CONNECTION + "}";

  static Stream<Arguments> exchanges() {
    String free = "The connection exists, and neither side is linked.";
    String taken =
        "The connection exists, and the ERP actor is linked to another record of the same type.";
    String unfit = "The connection exists, and such a pair cannot be linked.";
    String linked = "The connection exists, and the record is linked.";
    String saved =
        "The connection and its connector exist; its ConnectionId is the one that is sent.";
    return Stream.of(
        arguments(
            link("CreateActorLink", 34, "Contact", "Customer", "true"), CONNECTION_ONLY, free),
        arguments(
            link("CreateActorLink", 34, "Person", "Person", "false"),
            linked(1, "Person", "k", "Person"),
            taken),
        arguments(
            link("CreateActorLink", 1, "Contact", "Partner", "false"),
            linked(2, "Contact", "k", "Partner"),
            taken),
        arguments(link("CreateActorLink", 34, "Sale", "Sale", "false"), CONNECTION_ONLY, unfit),
        arguments(
            link("CreateActorLink", 0, "Contact", "Partner", "false"), CONNECTION_ONLY, unfit),
        arguments(link("ConnectActor", 34, "Contact", "Customer", ""), CONNECTION_ONLY, free),
        arguments(link("ConnectActor", 34, "Contact", "Customer", "null"), CONNECTION_ONLY, free),
        arguments(
            link("BreakActorLink", 34, "Contact", "", "true"),
            linked(34, "Contact", "sample", "Customer"),
            linked),
        arguments(
            link("BreakActorLink", 34, "Person", "", "true"),
            linked(34, "Person", "sample", "Person"),
            linked),
        arguments(
            link("BreakActorLink", 34, "Project", "", "true"),
            linked(34, "Project", "sample", "Project"),
            linked),
        arguments(
            link("BreakActorLink", 34, "Sale", "", "false"),
            CONNECTION_ONLY,
            "The connection exists, and the record is not linked."),
        arguments(
            save("'ErpConnectionId':12, 'ErpConnectorId':7, 'ConnectionId':'g', 'AllAccess':false"),
            "{'Connectors':[{'ErpConnectorId':7, 'DisplayName':'Sample connector'}],"
                + "'Connections':[{'ErpConnectionId':12, 'ErpConnectorId':7, 'AllAccess':true,"
                + " 'ConnectionId':'g'}]}",
            saved),
        arguments(
            save("'ErpConnectionId':12, 'ErpConnectorId':null, 'ConnectionId':null"),
            CONNECTION_ONLY,
            "The connection and its connector exist."),
        arguments(
            save("'ErpConnectionId':0, 'ErpConnectorId':7, 'ConnectionId':'g'"),
            "{'Connectors':[{'ErpConnectorId':7, 'DisplayName':'Sample connector'}]}",
            "The connector exists, and the connection is new."),
        arguments(
            save("'ErpConnectorId':7"),
            "{'Connectors':[{'ErpConnectorId':7, 'DisplayName':'Sample connector'}]}",
            "The connector exists, and the connection is new."),
        arguments(
            sample("SaveErpSyncConnectorEntity", "{'ErpConnectorId':7}", 200, "{}"),
            "{'Connectors':[{'ErpConnectorId':7, 'DisplayName':'Sample connector'}]}",
            "The connector exists."),
        arguments(
            sample("SaveErpSyncConnectorEntity", "{'URL':'u'}", 200, "{}"),
            "{}",
            "The connector is new."),
        arguments(
            canDelete("'NoError'"),
            "{'Connectors':[{'ErpConnectorId':7, 'DisplayName':'Sample connector'}]}",
            "The connector exists, and has no connection."),
        arguments(
            canDelete("'ErrorConnectorHasConnections'"),
            "{'Connectors':[{'ErpConnectorId':7, 'DisplayName':'Sample connector'}],"
                + "'Connections':[{'ErpConnectionId':431, 'ErpConnectorId':7, 'AllAccess':true}]}",
            "The connector has a connection."),
        arguments(canDelete("'ErrorNotFound'"), "{}", "The connector does not exist."),
        arguments(
            link("TryConnectActor", 34, "Contact", "Customer", "true"),
            CONNECTION_ONLY,
            "The connection exists, and neither side is linked."),
        arguments(
            sample("GetErpConnectionConfigFields", "{'ErpConnectionId':12}", 200, "{'a':'1'}"),
            CONNECTION_ONLY.replace("true}", "true, 'ConfigFields':{'a':'1'}}"),
            "The connection has these values."),
        arguments(
            sample("ToggleErpConnectionActive", "{'ErpConnectionId':12}", 200, "[]"),
            CONNECTION_ONLY,
            "The connection and its connector exist."),
        arguments(
            sample("ToggleErpConnectionActive", "{'ErpConnectionId':12}", 200, "['why']"),
            CONNECTION_ONLY
                .replace("connector'}", "connector', 'Deleted':true}")
                .replace("'ErpConnectorId':1,", "'ErpConnectorId':342,"),
            "The connection is off and its connector deleted, so that there is a reason not to"
                + " switch it on."),
        arguments(
            sample(
                "SaveErpConnectionSyncPriorities", "{'ErpConnectionIds':[12, 13]}", 200, "false"),
            CONNECTION_ONLY,
            "One of the connections does not exist."),
        arguments(
            sample("SaveErpConnectionSyncPriorities", "{'ErpConnectionIds':[12]}", 200, "true"),
            CONNECTION_ONLY,
            "The connections exist."));
  }

  private static Sample canDelete(String answer) {
    return sample("CanDeleteErpSyncConnectorEntity", "{'ErpSyncConnectorId':7}", 200, answer);
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void followsTheRule(Sample sample, String state, String because) {
    assertThat(DERIVER.derive(sample)).isEqualTo(new Derived(json(state).deepCopy(), because));
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void writesOnlyWhatAStateCanHold(Sample sample) {
    assertThat(DERIVER.derive(sample))
        .isInstanceOfSatisfying(
            Derived.class,
            derived -> {
              assertThat(EMULATOR.check("EmulatorState", derived.state())).isEmpty();
              assertThat(unknownNames(EMULATOR.schema("EmulatorState"), derived.state())).isEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("dev.erpsync.spec.Sample#all")
  void derivesTheStatesThatTheContractsOwnSamplesState(Sample sample) {
    assertThat(DERIVER.derive(sample))
        .isInstanceOfSatisfying(
            Derived.class,
            derived -> {
              assertThat(derived.query()).isEqualTo(sample.request().query());
              assertThat(isPartOf(derived.state(), sample.given()))
                  .as("%s of %s", derived.state(), sample.given())
                  .isTrue();
            });
  }

  /**
   * What samples state beyond what has to be makes more of the documented answer true; states of
   * all samples fit together, and so have connectors of their own.
   */
  private static boolean isPartOf(JsonNode derived, JsonNode stated) {
    if (derived.isArray()) {
      return derived
          .valueStream()
          .allMatch(row -> stated.valueStream().anyMatch(other -> isPartOf(row, other)));
    }
    return derived.isObject()
        ? derived
            .propertyStream()
            .filter(property -> !FREE.contains(property.getKey()))
            .allMatch(p -> isPartOf(p.getValue(), stated.path(p.getKey())))
        : derived.equals(stated);
  }

  @ParameterizedTest
  @CsvSource({
    "GetErpSyncConnectorEntity, '', {'ErpConnectorId':762}, erpSyncConnectorEntityId=762, 762",
    "GetErpSyncConnectorEntity, $select=URL, {}, $select=URL&erpSyncConnectorEntityId=343, 343",
    "GetErpSyncConnectorEntity, ErpSyncConnectorEntityId=5, {}, ErpSyncConnectorEntityId=5, 5",
  })
  @Tag("D44")
  void completesAQueryThatAPageLacks(
      String operation, String query, String answer, String completed, int connector) {
    assertThat(DERIVER.derive(sample(operation, "", 200, answer), query))
        .isInstanceOfSatisfying(
            Derived.class,
            derived -> {
              assertThat(derived.query()).isEqualTo(completed);
              assertThat(derived.state().at("/Connectors/0/ErpConnectorId").intValue())
                  .isEqualTo(connector);
            });
  }

  @Test
  void hasRulesForOperationsOfTheContractOnly() {
    assertThat(Rules.BY_OPERATION.keySet())
        .allSatisfy(id -> assertThat(CONTRACT.operation(id)).isPresent());
  }

  @Test
  void hasACaseForEachRule() {
    assertThat(exchanges().map(arguments -> ((Sample) arguments.get()[0]).operation()))
        .containsAll(Rules.BY_OPERATION.keySet());
  }

  private static Sample link(
      String operation, int crmRecord, String crmType, String erpType, String answer) {
    int status = CONTRACT.operation(operation).orElseThrow().successStatus();
    return sample(operation, ARGUMENTS.formatted(crmRecord, crmType, erpType), status, answer);
  }

  private static Sample save(String connection) {
    return sample("SaveConnection", "{'Connection':{" + connection + "}}", 200, "{}");
  }

  private static String linked(int crmRecord, String crmType, String erpKey, String erpType) {
    return """
        {%s, 'ActorLinks':[{'ErpConnectionId':12, 'CrmRecordId':%d, 'CrmActorType':'%s',
          'ErpKey':'%s', 'ErpActorType':'%s'}]}
        """
        .formatted(CONNECTION, crmRecord, crmType, erpKey, erpType);
  }

  /** Schemas let names through that they do not know; a renamed property must not. */
  private static List<String> unknownNames(JsonNode reference, JsonNode value) {
    JsonNode schema = EMULATOR.resolve(reference);
    List<String> unknown = new ArrayList<>();
    for (var property : value.properties()) {
      JsonNode known = schema.path("properties").path(property.getKey());
      if (known.isMissingNode()) {
        unknown.add(property.getKey());
      }
      property.getValue().forEach(item -> unknown.addAll(unknownNames(known.path("items"), item)));
    }
    return unknown;
  }
}
