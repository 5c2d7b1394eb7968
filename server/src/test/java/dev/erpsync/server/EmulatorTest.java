package dev.erpsync.server;

import org.junit.jupiter.api.extension.RegisterExtension;

class EmulatorTest extends EmulatorOnAStore {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @Override
  RunningServer server() {
    return SERVER;
  }
}
