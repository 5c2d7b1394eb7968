package dev.erpsync.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A secret need not stand on the command line. */
class EnvironmentTest {
  @Test
  void namesAnOptionWithUnderscores() {
    assertThat(value(Map.of("ERPSYNC_APP_TOKEN", "a"), "--app-token")).isEqualTo("a");
  }

  @Test
  void saysNothingWhereNothingIsSet() {
    assertThat(value(Map.of("ERPSYNC_TICKET", ""), "--ticket")).isNull();
    assertThat(value(Map.of(), "--ticket")).isNull();
  }

  private static @Nullable String value(Map<String, String> variables, String option) {
    var command = new CommandLine(new ReplayCommand());
    return new Environment(variables).defaultValue(command.getCommandSpec().findOption(option));
  }
}
