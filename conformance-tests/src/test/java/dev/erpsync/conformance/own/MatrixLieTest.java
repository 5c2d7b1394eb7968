package dev.erpsync.conformance.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.matrix.Cell;
import dev.erpsync.conformance.matrix.MatrixRun;
import dev.erpsync.conformance.matrix.Outcome;
import dev.erpsync.conformance.matrix.Row;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A lie that is told in one pair of media types only. */
class MatrixLieTest {
  private static final Contract CONTRACT = Contract.erpSync();

  @RegisterExtension static final HonestJar SERVER = new HonestJar();

  @Test
  void theMatrixShowsTheCellInWhichTheLieIs() throws IOException {
    Sender honest = SERVER.honest();
    Sender lying =
        request -> {
          Response answer = honest.send(request);
          boolean told =
              request.header("Content-Type").orElse("").startsWith("text/xml")
                  && request.header("Accept").orElse("").equals("text/json");
          return told ? new Response(answer.status(), answer.headers(), "null") : answer;
        };
    var outcome = new Outcome(HonestJar.asked("BreakActorLink", "000"), "000", false);
    Row row = new MatrixRun(CONTRACT, SERVER.replay(lying)).row(outcome);
    assertThat(row.tried()).isEqualTo(42);
    assertThat(row.cells())
        .filteredOn(cell -> !cell.green())
        .extracting(Cell::sent, Cell::accepted)
        .containsExactly(tuple("text/xml", "text/json"));
    assertThat(((Verdict.Failed) row.verdict()).differences())
        .singleElement()
        .hasToString("text/xml -> text/json, body: expected true, found null");
  }
}
