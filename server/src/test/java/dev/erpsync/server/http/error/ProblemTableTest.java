package dev.erpsync.server.http.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.server.connection.ConnectionOutcome;
import dev.erpsync.server.connection.SaveOutcome;
import dev.erpsync.server.connector.ConnectorOutcome;
import dev.erpsync.server.link.LinkOutcome;
import dev.erpsync.server.outcome.Refusal;
import dev.erpsync.server.store.StoreOutage;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The one table from outcomes to answers. */
@Tag("D6")
class ProblemTableTest {
  @SuppressWarnings("unchecked")
  static Stream<Class<? extends Refusal>> refusals() {
    return Stream.of(
            LinkOutcome.class,
            SaveOutcome.class,
            ConnectionOutcome.class,
            ConnectorOutcome.class,
            StoreOutage.class)
        .flatMap(outcome -> Arrays.stream(outcome.getPermittedSubclasses()))
        .filter(Refusal.class::isAssignableFrom)
        .map(kind -> (Class<? extends Refusal>) kind);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void hasARowForEveryRefusal(Class<? extends Refusal> kind) {
    assertThat(ProblemTable.of(kind))
        .hasValueSatisfying(problem -> assertThat(problem.status()).isIn(403, 404, 409, 503));
  }
}
