package dev.erpsync.conformance;

import dev.erpsync.conformance.drift.DriftCommand;
import dev.erpsync.conformance.review.ReviewCommand;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code erpsync-conformance}; what it does is in its subcommands. */
@Command(
    name = "erpsync-conformance",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      ReplayCommand.class,
      ProxyCommand.class,
      StubCommand.class,
      ReviewCommand.class,
      DriftCommand.class
    },
    description = "Checks servers and clients of the ErpSync agent against the contract.")
final class Main implements Runnable {
  @Spec private CommandSpec spec;

  private Main() {}

  public static void main(String... args) throws IOException {
    try (InputStream quiet = Main.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(quiet);
    }
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setDefaultValueProvider(new Environment(System.getenv()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(
            (e, unused) ->
                WrongUse.print(e.getCommandLine().getErr(), String.valueOf(e.getMessage())))
        .setExecutionExceptionHandler(
            (e, command, unused) -> WrongUse.print(command.getErr(), "this went wrong: " + e));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do, such as: replay --help");
  }
}
