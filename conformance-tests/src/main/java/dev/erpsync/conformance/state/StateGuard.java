package dev.erpsync.conformance.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps what a target stores in a file, and puts it back when the check is over. The file outlives
 * a process that is killed, and the next guard of the target puts its state back.
 */
public final class StateGuard {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT);

  private final Optional<Kept> kept;
  private final Optional<String> note;

  private record Kept(StateControl control, JsonNode state, TargetLock lock) {}

  private StateGuard(Optional<Kept> kept, Optional<String> note) {
    this.kept = kept;
    this.note = note;
  }

  /**
   * Guards a target; one without control has nothing that could be lost. What a killed run has left
   * is put back first.
   *
   * @param baseUrl of the target
   * @throws ControlException also when another run uses the target, or its state cannot be kept
   */
  public static StateGuard of(Optional<StateControl> control, URI baseUrl) throws ControlException {
    if (control.isEmpty()) {
      return new StateGuard(Optional.empty(), Optional.empty());
    }
    TargetLock lock = lock(baseUrl);
    Optional<StateGuard> guard = Optional.empty();
    try {
      guard = Optional.of(guard(control.get(), lock));
      return guard.get();
    } catch (IOException e) {
      throw unkept(e);
    } finally {
      if (guard.isEmpty()) {
        release(lock);
      }
    }
  }

  private static StateGuard guard(StateControl control, TargetLock lock) throws IOException {
    Path file = file(lock);
    JsonNode now = control.state();
    if (Files.exists(file)) {
      JsonNode left = StateFile.read(file);
      String note = putBack(control, left, now, lock);
      return new StateGuard(Optional.of(new Kept(control, left, lock)), Optional.of(note));
    }
    // While the state is still there: a target that does not accept it again must not be reset.
    control.seed(now);
    StateFile.write(file, now);
    return new StateGuard(Optional.of(new Kept(control, now, lock)), Optional.empty());
  }

  /** Another server may listen now where the killed run found one: its state is kept too. */
  private static String putBack(StateControl control, JsonNode left, JsonNode now, TargetLock lock)
      throws IOException {
    Path file = file(lock);
    Path other = lock.sibling("." + TIME.format(LocalDateTime.now(ZoneOffset.UTC)) + ".json");
    boolean isOther = ShownState.otherThan(left, now).isPresent();
    if (isOther) {
      StateFile.write(other, now);
    }
    try {
      control.put(left);
    } catch (ControlException e) {
      throw new ControlException(
          "it cannot be given the state that a killed run left in " + file, e);
    }
    return "Put back the state that a killed run left in %s%s"
        .formatted(file, isOther ? "; the server's state until then is kept in " + other : "");
  }

  private static Path file(TargetLock lock) {
    return lock.sibling(".json");
  }

  private static TargetLock lock(URI baseUrl) throws ControlException {
    try {
      return TargetLock.of(baseUrl)
          .orElseThrow(() -> new ControlException("another run uses it, and has not ended yet"));
    } catch (IOException e) {
      throw unkept(e);
    }
  }

  private static ControlException unkept(IOException e) {
    return e instanceof ControlException control
        ? control
        : new ControlException("its state cannot be kept in a file", e);
  }

  /** One line for people when the state of a killed run was put back. */
  public Optional<String> note() {
    return note;
  }

  /**
   * Makes the target's state the one it had, and deletes the file.
   *
   * @throws NotRestoredException when the target does not accept the state; the file still has it
   */
  public void restore() throws NotRestoredException {
    if (kept.isPresent()) {
      Path file = file(kept.get().lock());
      try {
        kept.get().control().put(kept.get().state());
        Files.delete(file);
      } catch (IOException e) {
        throw new NotRestoredException(file, e);
      } finally {
        release(kept.get().lock());
      }
    }
  }

  /**
   * Makes the state from a file the target's.
   *
   * @param baseUrl of the target
   * @param from the file; it is deleted when it is the one that a killed run left for this target
   * @throws ControlException when the target does not accept it, or another run uses the target
   * @throws IOException when a killed run left another state; the message is for people
   */
  public static void restore(StateControl control, URI baseUrl, Path from, JsonNode state)
      throws IOException {
    TargetLock lock = lock(baseUrl);
    try {
      Path file = file(lock);
      if (Files.exists(file) && !Files.isSameFile(file, from)) {
        throw new IOException(
            "a killed run left a state in %s: restore it, or delete the file".formatted(file));
      }
      control.put(state);
      Files.deleteIfExists(file);
    } finally {
      release(lock);
    }
  }

  private static void release(TargetLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      // The system releases it with the process.
    }
  }
}
