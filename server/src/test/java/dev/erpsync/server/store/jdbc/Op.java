package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.access.User;
import dev.erpsync.server.connection.ConnectionChange;
import dev.erpsync.server.link.ActorLink;
import dev.erpsync.server.link.CrmActor;
import dev.erpsync.server.link.FieldValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call, as it is made on the services and on the model of them. */
sealed interface Op {
  /** Callers, by what they may do. */
  enum Who {
    NAMED,
    NOBODY,
    ADMINISTRATOR;

    User user() {
      return this == NAMED
          ? new User(name(), Optional.of(5), Set.of(1, 2), false)
          : new User(name(), Optional.empty(), Set.of(), this == ADMINISTRATOR);
    }
  }

  record Create(Who caller, ActorLink link) implements Op {}

  record Connect(Who caller, ActorLink link, List<FieldValue> values) implements Op {}

  record Break(Who caller, int connection, CrmActor crm) implements Op {}

  /** A connection with id 0 is new; what is null is kept. */
  record Save(
      int id,
      @Nullable Integer connector,
      @Nullable String guid,
      @Nullable String name,
      @Nullable Boolean deleted,
      @Nullable Boolean allAccess,
      @Nullable List<Integer> groups,
      @Nullable List<Integer> associates)
      implements Op {
    ConnectionChange change() {
      return new ConnectionChange(
          id,
          connector,
          name,
          null,
          null,
          guid,
          null,
          null,
          deleted,
          allAccess,
          groups,
          associates);
    }
  }

  /** Marks a connection as deleted and switches it off. (D50) */
  record Delete(int id) implements Op {}

  /** Switches a connection on or off. (D51) */
  record Toggle(int id) implements Op {}

  record Seed(List<ActorLink> links) implements Op {}

  /** Only sequences have it: that it does not stand alone among other calls is known. (D40) */
  record Reset() implements Op {}
}
