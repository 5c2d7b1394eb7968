package dev.erpsync.server;

import dev.erpsync.server.access.file.UsersFileException;
import dev.erpsync.server.command.AppCommand;
import dev.erpsync.server.command.UserCommand;
import dev.erpsync.server.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command {@code erpsync-server}. Exit status 0 after a signal to stop, 2 when it cannot start
 * as asked.
 */
@Command(
    name = "erpsync-server",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    subcommands = {UserCommand.class, AppCommand.class, BackupCommand.class, RestoreCommand.class},
    description = "A stateful stand-in for the ErpSync agent.")
final class Main implements Callable<Integer> {
  private static final int CANNOT_START = 2;
  private static final Logger LOG = Logger.getLogger(Main.class.getName());

  @Mixin private final Options options = new Options();

  @Spec private CommandSpec spec;

  private Main() {}

  public static void main(String... args) throws IOException {
    // Nothing that is printed or answered depends on the language of the machine.
    Locale.setDefault(Locale.ROOT);
    configureLogging();
    // To the log, which is bounded, and which ends a process that has run out of memory.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> LOG.log(Level.SEVERE, "thread " + thread.getName() + " ended", e));
    int status =
        new CommandLine(new Main())
            .setDefaultValueProvider(new Environment(System.getenv()))
            .setExecutionExceptionHandler((e, command, unused) -> fail(command.getErr(), reason(e)))
            .setParameterExceptionHandler(
                (e, unused) -> fail(e.getCommandLine().getErr(), String.valueOf(e.getMessage())))
            .execute(args);
    // A signal to stop ends the process from its hook, so this is only reached without a running
    // server.
    System.exit(status);
  }

  @Override
  public Integer call() throws InterruptedException {
    ErpSyncServer server;
    try {
      server = ErpSyncServer.start(options);
    } catch (StartException e) {
      return fail(spec.commandLine().getErr(), e.reason());
    }
    // Before the line is printed: whoever reads it may already send the signal.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
    PrintWriter out = spec.commandLine().getOut();
    out.println("erpsync listening on " + server.uri());
    out.flush();
    new CountDownLatch(1).await();
    return 0;
  }

  /**
   * Finishes what runs, and ends with 0: a stop that was asked for is no failure, though the JVM
   * would say 143.
   */
  private static void stop(ErpSyncServer server) {
    server.close();
    Runtime.getRuntime().halt(0);
  }

  private static String reason(Exception e) {
    if (e instanceof UsersFileException file) {
      return file.reason();
    }
    return e instanceof StoreException store ? store.reason() : e.toString();
  }

  private static int fail(PrintWriter err, String message) {
    err.println("erpsync-server: " + message);
    err.flush();
    return CANNOT_START;
  }

  private static void configureLogging() throws IOException {
    if (System.getProperty("java.util.logging.config.file") == null) {
      try (InputStream defaults = Main.class.getResourceAsStream("logging.properties")) {
        LogManager.getLogManager().readConfiguration(defaults);
      }
      // Here and not in the defaults, because it may end the process.
      var limit = new LogLimit(InstantSource.system(), LogLimit::halt);
      for (Handler handler : Logger.getLogger("").getHandlers()) {
        handler.setFilter(limit);
      }
    }
  }
}
