package dev.erpsync.server.command;

import dev.erpsync.server.access.App;
import dev.erpsync.server.access.file.UsersEditor;
import dev.erpsync.server.access.file.UsersFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Apps of a users file. From the first on, the server asks for tokens of apps. */
@Command(
    name = "app",
    mixinStandardHelpOptions = true,
    description = "Apps of a users file.",
    subcommandsRepeatable = false)
public final class AppCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "app what? add");
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Adds an app, and prints its token (for SO-AppToken), once.")
  int add(
      @Mixin UsersOption users,
      @Option(names = "--name", required = true, paramLabel = "NAME", description = "name")
          String name,
      @Option(
              names = "--erp-sync",
              defaultValue = "true",
              fallbackValue = "true",
              arity = "0..1",
              paramLabel = "true|false",
              description = "whether the app may use the agent (${DEFAULT-VALUE})")
          boolean erpSync,
      @Option(
              names = "--replace",
              defaultValue = "false",
              fallbackValue = "true",
              arity = "0..1",
              paramLabel = "true|false",
              description = "take the place of an app of the same name, whose token ends")
          boolean replace)
      throws UsersFileException {
    String token = new UsersEditor(users.file).addApp(new App(name, erpSync), replace);
    spec.commandLine().getOut().println(token);
    return 0;
  }
}
