package dev.erpsync.server.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Passwords from where no other process and no shell history sees them. */
final class PasswordPrompt {
  private PasswordPrompt() {}

  /** Asked for twice at a terminal, else the first line of standard input. */
  // From Java 22 to 24 there is a console without a terminal too, unless the property is set.
  @SuppressWarnings("SystemConsoleNull")
  static String read(CommandLine command, String user) throws IOException {
    System.setProperty("jdk.console", "java.base");
    Console console = System.console();
    String password = console == null ? line() : asked(command, console, user);
    if (password.isEmpty()) {
      throw new ParameterException(command, "the password must not be empty");
    }
    return password;
  }

  private static String line() throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    return line == null ? "" : line;
  }

  private static String asked(CommandLine command, Console console, String user) {
    String password = prompt(console, "Password of %s: ", user);
    if (!password.equals(prompt(console, "Again: "))) {
      throw new ParameterException(command, "the two passwords differ");
    }
    return password;
  }

  private static String prompt(Console console, String text, Object... values) {
    char[] password = console.readPassword(text, values);
    return password == null ? "" : new String(password);
  }
}
