package dev.erpsync.server;

import org.junit.jupiter.api.extension.RegisterExtension;

class EmulatorOnPostgresTest extends EmulatorOnAStore {
  @RegisterExtension static final RunningServer SERVER = RunningServer.onPostgres();

  @Override
  RunningServer server() {
    return SERVER;
  }
}
