package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.server.link.ActorLink;
import dev.erpsync.server.link.FieldValue;
import dev.erpsync.server.link.LinkOutcome;
import dev.erpsync.server.store.jdbc.History.Call;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link History} takes for right and for wrong. */
class HistoryTest {
  private static final ActorLink FIRST = OnEveryStore.link(1, 1, "k");
  private static final ActorLink SECOND = OnEveryStore.link(1, 2, "k");
  private static final Op FIRST_CREATE = new Op.Create(Op.Who.NAMED, FIRST);
  private static final Op SECOND_CREATE = new Op.Create(Op.Who.NAMED, SECOND);
  private static final Op BREAK = new Op.Break(Op.Who.NAMED, 1, FIRST.crm());
  private static final LinkOutcome TAKEN = new LinkOutcome.ErpActorTaken(SECOND, FIRST.crm());
  private static final LinkOutcome NOT_LINKED = new LinkOutcome.NotLinked(1, FIRST.crm());

  @Test
  void oneOfTwoCallersAtOnceIsRight() {
    assertThat(history(List.of(), FIRST_CREATE).hasAnOrder()).isFalse();
    assertThat(
            new History(
                    List.of(
                        new Call(SECOND_CREATE, 0, 9, TAKEN),
                        new Call(FIRST_CREATE, 1, 8, Model.DONE)),
                    after(FIRST_CREATE))
                .hasAnOrder())
        .isTrue();
  }

  @Test
  void twoWinnersAreWrong() {
    List<Call> both =
        List.of(
            new Call(FIRST_CREATE, 0, 9, Model.DONE), new Call(SECOND_CREATE, 0, 9, Model.DONE));
    assertThat(history(both, FIRST_CREATE).hasAnOrder()).isFalse();
    assertThat(history(both, SECOND_CREATE).hasAnOrder()).isFalse();
    assertThat(history(both, FIRST_CREATE, SECOND_CREATE).hasAnOrder()).isFalse();
  }

  @Test
  void aLostOrHalfWrittenCallIsWrong() {
    assertThat(history(List.of(new Call(FIRST_CREATE, 0, 1, Model.DONE))).hasAnOrder()).isFalse();
    Op connect =
        new Op.Connect(Op.Who.NAMED, FIRST, List.of(new FieldValue("f", "1", true, false)));
    List<Call> connected = List.of(new Call(connect, 0, 1, Model.DONE));
    assertThat(history(connected, connect).hasAnOrder()).isTrue();
    assertThat(history(connected, FIRST_CREATE).hasAnOrder()).isFalse();
  }

  @Test
  void whatWasAnsweredBeforeAnotherCallBeganComesBeforeIt() {
    Call create = new Call(FIRST_CREATE, 0, 2, Model.DONE);
    assertThat(history(List.of(create, new Call(BREAK, 1, 3, NOT_LINKED)), FIRST_CREATE))
        .matches(History::hasAnOrder);
    assertThat(history(List.of(create, new Call(BREAK, 3, 4, NOT_LINKED)), FIRST_CREATE))
        .matches(history -> !history.hasAnOrder());
  }

  /** A history that ends with what these calls, in a row, leave. */
  private static History history(List<Call> calls, Op... end) {
    return new History(calls, after(end));
  }

  private static Model.Everything after(Op... calls) {
    Model model = new Model();
    for (Op call : calls) {
      model.run(call);
    }
    return model.everything();
  }
}
