package dev.erpsync.conformance;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every option as an environment variable: {@code --app-token} as {@code ERPSYNC_APP_TOKEN}. A
 * secret on a command line can be read by everybody on the machine.
 */
final class Environment implements IDefaultValueProvider {
  private final Map<String, String> variables;

  Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  /** The variable's value; null, and so the option's own default, when it is empty or not set. */
  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String name = option.longestName().replaceFirst("^-+", "").replace('-', '_');
    String value = variables.getOrDefault("ERPSYNC_" + name.toUpperCase(Locale.ROOT), "");
    return value.isEmpty() ? null : value;
  }
}
