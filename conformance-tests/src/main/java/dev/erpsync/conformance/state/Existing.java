package dev.erpsync.conformance.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The connectors and connections that a target had before the kit made any. They belong to others,
 * and are not removed, whatever the target responds. Not thread-safe.
 */
final class Existing {
  private final Set<Removal> all;
  private final Optional<String> obstacle;
  private Optional<String> fault = Optional.empty();

  private Existing(Set<Removal> all, Optional<String> obstacle) {
    this.all = Set.copyOf(all);
    this.obstacle = obstacle;
  }

  /** Nothing that must be kept: a control puts everything back. */
  static Existing nothing() {
    return new Existing(Set.of(), Optional.empty());
  }

  /**
   * Reads what a target has.
   *
   * @throws IOException when it does not respond
   */
  static Existing of(Operations operations) throws IOException {
    Set<Removal> all = new HashSet<>();
    JsonNode deletedToo = JsonNodeFactory.instance.objectNode().put("IncludeDeleted", true);
    try {
      for (int id : operations.ids("GetAllConnectors", Optional.empty(), "Id")) {
        all.add(Removal.connector(id));
      }
      for (int id :
          operations.ids("GetAllConnections", Optional.of(deletedToo), "ErpConnectionId")) {
        all.add(Removal.connection(id));
      }
      return new Existing(all, Optional.empty());
    } catch (NotMadeException e) {
      return new Existing(Set.of(), Optional.of(e.reason()));
    }
  }

  /** Whether it is known what the target had. */
  boolean isKnown() {
    return obstacle.isEmpty();
  }

  /** Whether this would remove what the target had before. */
  boolean has(Removal removal) {
    return all.contains(removal);
  }

  /**
   * Makes sure that something may be made.
   *
   * @throws NotMadeException when it is not known what the target had
   * @throws ExistingIdException when the target returned an existing id before
   */
  void requireUsable() throws NotMadeException, ExistingIdException {
    if (obstacle.isPresent()) {
      throw new NotMadeException(obstacle.get());
    }
    if (fault.isPresent()) {
      throw new ExistingIdException(fault.get());
    }
  }

  /**
   * Makes sure that what an operation inserted is new.
   *
   * @param inserted how it is removed
   */
  void requireNew(String operation, Removal inserted) throws ExistingIdException {
    if (has(inserted)) {
      String found =
          "%s returned %s for a new one, which the server had before; it is not removed"
              .formatted(operation, inserted.what());
      fault = Optional.of(found);
      throw new ExistingIdException(found);
    }
  }
}
