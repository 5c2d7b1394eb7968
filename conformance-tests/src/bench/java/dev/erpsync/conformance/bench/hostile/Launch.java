package dev.erpsync.conformance.bench.hostile;

import java.util.ArrayList;
import java.util.List;

/**
 * How a server is started.
 *
 * @param options of the server, beside those of its store
 * @param users with a users file, instead of the documented user
 * @param postgres with a database instead of the embedded store
 * @param limit around the process
 */
record Launch(List<String> options, boolean users, boolean postgres, Limit limit) {
  /** What a process is limited in by the system. */
  enum Limit {
    NONE,
    DESCRIPTORS,
    DISK
  }

  static final Launch STANDARD = new Launch(List.of(), false, false, Limit.NONE);
  static final Launch WITH_USERS = new Launch(List.of(), true, false, Limit.NONE);
  static final Launch ON_POSTGRES = new Launch(List.of(), false, true, Limit.NONE);

  static Launch at(String validation) {
    return new Launch(List.of("--validation", validation), false, false, Limit.NONE);
  }

  static Launch within(Limit limit) {
    return new Launch(List.of(), false, false, limit);
  }

  /** Puts the limit around a command. */
  List<String> around(List<String> command, String data) {
    List<String> limited =
        new ArrayList<>(
            switch (limit) {
              case NONE -> List.of();
              case DESCRIPTORS -> List.of("sh", "-c", "ulimit -n 200 && exec \"$@\"", "sh");
              case DISK -> Namespace.withDisk("6m", "rw", data);
            });
    limited.addAll(command);
    return limited;
  }
}
