package dev.erpsync.conformance.given;

import static dev.erpsync.conformance.given.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.spec.Contract;
import org.junit.jupiter.api.Test;

/** Together with the cases of every rule: a rule cannot use a name that the contract lacks. */
class ArgumentsTest {
  private static final JsonNode VALUES = json("{'Connection':{'ErpConnectionId':12}}");

  @Test
  void readsNamesOfTheContract() throws NotDerivableException {
    var arguments = arguments(Contract.erpSync());

    assertThat(arguments.object("Connection").integer("ErpConnectionId")).isEqualTo(12);
  }

  @Test
  void refusesNamesThatTheContractLacks() {
    ObjectNode document = Contract.erpSync().document().deepCopy();
    ObjectNode properties =
        (ObjectNode) document.at("/components/schemas/ErpConnection/properties");
    properties.set("Id", properties.remove("ErpConnectionId"));

    assertThatExceptionOfType(NotDerivableException.class)
        .isThrownBy(
            () ->
                arguments(Contract.of(document))
                    .object("Connection")
                    .integerOr("ErpConnectionId", 0))
        .withMessage("the contract's request has no property ErpConnectionId");
  }

  private static Arguments arguments(Contract contract) {
    return new Arguments(
        contract, json("{'$ref':'#/components/schemas/SaveConnectionRequest'}"), VALUES);
  }
}
