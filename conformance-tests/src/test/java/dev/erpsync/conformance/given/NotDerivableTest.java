package dev.erpsync.conformance.given;

import static dev.erpsync.conformance.given.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.erpsync.conformance.given.Given.NotDerivable;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reason why no state is derived. */
class NotDerivableTest {
  private static final GivenDeriver DERIVER =
      new GivenDeriver(Contract.erpSync(), Contract.emulator());

  static Stream<Arguments> exchanges() {
    return Stream.of(
        arguments(
            sample("SaveConnection", "{'Connection':null}", 200, "{}"),
            "the request is a placeholder of the page generator, with null for Connection (D20)"),
        arguments(
            sample("SaveConnection", "null", 200, "{}"),
            "the request is a placeholder of the page generator, with null for the body (D20)"),
        arguments(
            breakLink("{'ErpConnectionId':12, 'CrmRecordId':null, 'CrmActorType':'Sale'}", "true"),
            "the request is a placeholder of the page generator, with null for CrmRecordId (D20)"),
        arguments(sample("Unheard", "{}", 200, "true"), "the contract has no operation Unheard"),
        arguments(
            sample("ConnectActor", "{}", 409, "{}"), "the rules know only success, not status 409"),
        arguments(breakLink("", "true"), "the request has no integer ErpConnectionId"),
        arguments(
            breakLink("{'ErpConnectionId':'12'}", "true"),
            "the request has no integer ErpConnectionId"),
        arguments(
            breakLink("{'ErpConnectionId':3000000000}", "true"),
            "the request has no integer ErpConnectionId"),
        arguments(
            breakLink("{'ErpConnectionId':12, 'CrmRecordId':34}", "true"),
            "the request has no text CrmActorType"),
        arguments(
            sample("SaveConnection", "{}", 200, "{}"), "the request has no object Connection"),
        arguments(
            breakLink("{'ErpConnectionId':12, 'CrmRecordId':34, 'CrmActorType':'Sale'}", "true"),
            "no ERP actor can be linked to a Sale"),
        arguments(
            breakLink("{'ErpConnectionId':12, 'CrmRecordId':34, 'CrmActorType':'Contact'}", "1"),
            "the documented answer is neither true nor false"),
        arguments(
            breakLink("{'ErpConnectionId':12, 'CrmRecordId':34, 'CrmActorType':'Contact'}", ""),
            "the documented answer is neither true nor false"),
        arguments(
            breakLink("{'ErpConnectionId':12, 'CrmRecordId':0, 'CrmActorType':'Contact'}", "true"),
            "no such state can be stored: /ActorLinks/0/CrmRecordId: less than 1"
                + " (rule minimum, found integer)"));
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void saysWhy(Sample sample, String reason) {
    assertThat(DERIVER.derive(sample)).isEqualTo(new NotDerivable(reason));
  }

  @Test
  void hasNoStateWithoutARule() {
    var deriver = new GivenDeriver(Contract.erpSync(), Contract.emulator(), Map.of());

    assertThat(deriver.derive(breakLink("{'ErpConnectionId':12}", "true")))
        .isEqualTo(new NotDerivable("there is no rule for BreakActorLink"));
  }

  private static Sample breakLink(String request, String response) {
    return sample("BreakActorLink", request, 200, response);
  }
}
