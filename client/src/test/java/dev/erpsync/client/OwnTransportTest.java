package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.erpsync.client.model.BreakActorLinkRequest;
import dev.erpsync.client.model.ConnectActorRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OwnTransportTest {

  @Test
  void carriesTheCallsWithTheirDocumentedStatus() {
    List<String> calls = new ArrayList<>();
    var client =
        ErpSyncClient.over(
            new Transport() {
              @Override
              public void send(Call call) {
                calls.add(call + " " + call.success());
              }

              @Override
              @SuppressWarnings("unchecked") // The one answer that this test asks for.
              public <T> T send(Call call, TypeReference<T> answer) {
                send(call);
                return (T) (Object) true;
              }
            });
    client.actorLinks().connectActor(new ConnectActorRequest());

    assertThat(client.actorLinks().breakActorLink(new BreakActorLinkRequest())).isTrue();
    assertThat(calls)
        .containsExactly(
            "POST /api/v1/Agents/ErpSync/ConnectActor 204",
            "POST /api/v1/Agents/ErpSync/BreakActorLink 200");

    calls.clear();
    client.actorLinks().connectActorAsync(new ConnectActorRequest()).join();

    assertThat(client.actorLinks().breakActorLinkAsync(new BreakActorLinkRequest()).join())
        .isTrue();
    assertThat(calls).hasSize(2);
  }

  @Test
  void failsUnwrappedWhenTheCallIsMadeLater() {
    var refusal = new IllegalStateException("no");
    var client =
        ErpSyncClient.over(
            new Transport() {
              @Override
              public void send(Call call) {
                throw refusal;
              }

              @Override
              public <T> T send(Call call, TypeReference<T> answer) {
                throw refusal;
              }
            });
    AtomicReference<Throwable> seen = new AtomicReference<>();

    assertThatThrownBy(
            () ->
                client
                    .actorLinks()
                    .connectActorAsync(new ConnectActorRequest())
                    .whenComplete((nothing, failure) -> seen.set(failure))
                    .get())
        .hasCause(refusal);
    assertThat(seen).hasValue(refusal);
  }
}
