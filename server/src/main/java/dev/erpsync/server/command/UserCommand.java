package dev.erpsync.server.command;

import dev.erpsync.server.access.User;
import dev.erpsync.server.access.file.UsersEditor;
import dev.erpsync.server.access.file.UsersFileException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Users of a users file. A server that runs with the file knows them a second later. */
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    description = "Users of a users file.",
    subcommandsRepeatable = false)
public final class UserCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "user what? add, ticket or token");
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description =
          "Adds a user. The password is asked for, or read as the first line of standard input.")
  int add(
      @Mixin UsersOption users,
      @Option(names = "--name", required = true, paramLabel = "NAME", description = "user name")
          String name,
      @Option(
              names = "--associate-id",
              paramLabel = "ID",
              description = "associate that the user is")
          Optional<Integer> associateId,
      @Option(
              names = "--group",
              paramLabel = "ID",
              description = "user group that the user belongs to; may be repeated",
              defaultValue = Option.NULL_VALUE)
          Optional<Set<Integer>> groups,
      @Option(
              names = "--administrator",
              defaultValue = "false",
              fallbackValue = "true",
              arity = "0..1",
              paramLabel = "true|false",
              description = "whether the user may do everything")
          boolean administrator,
      @Option(
              names = "--replace",
              defaultValue = "false",
              fallbackValue = "true",
              arity = "0..1",
              paramLabel = "true|false",
              description =
                  "take the place of a user of the same name, whose tickets and tokens end")
          boolean replace)
      throws UsersFileException, IOException {
    String password = PasswordPrompt.read(spec.commandLine(), name);
    User user = new User(name, associateId, groups.orElse(Set.of()), administrator);
    new UsersEditor(users.file).addUser(user, password, replace);
    return 0;
  }

  @Command(
      name = "ticket",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Gives a user a new ticket, and prints it, once.")
  int ticket(
      @Mixin UsersOption users,
      @Option(names = "--name", required = true, paramLabel = "NAME", description = "user name")
          String name)
      throws UsersFileException {
    spec.commandLine().getOut().println(new UsersEditor(users.file).addTicket(name));
    return 0;
  }

  @Command(
      name = "token",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Gives a user a new access token, and prints it, once.")
  int token(
      @Mixin UsersOption users,
      @Option(names = "--name", required = true, paramLabel = "NAME", description = "user name")
          String name)
      throws UsersFileException {
    spec.commandLine().getOut().println(new UsersEditor(users.file).addToken(name));
    return 0;
  }
}
