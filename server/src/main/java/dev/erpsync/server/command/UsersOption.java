package dev.erpsync.server.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The file that every command here works on. */
final class UsersOption {
  @Option(
      names = "--users",
      required = true,
      paramLabel = "FILE",
      description = "the users file, made when missing (ERPSYNC_USERS)")
  Path file;
}
