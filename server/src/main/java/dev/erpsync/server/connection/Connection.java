package dev.erpsync.server.connection;

import dev.erpsync.server.access.User;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connector with the configuration of one ERP client. Only ever marked as deleted. (D36)
 *
 * @param id 0 until it is stored
 * @param connectionId the GUID that names it towards the connector
 * @param configFields texts by key, in the order given; a text may be null
 * @param userGroupIds user groups with access, as given, repeated ones too
 * @param associateIds associates with access, as given, repeated ones too
 */
public record Connection(
    int id,
    int connectorId,
    @Nullable String displayName,
    @Nullable String displayDescription,
    boolean active,
    String connectionId,
    @Nullable String mostRecentTimestamp,
    Map<String, @Nullable String> configFields,
    boolean deleted,
    boolean allAccess,
    List<Integer> userGroupIds,
    List<Integer> associateIds) {
  /** The id that stands for the CRM itself in the order of replication. (D52) */
  public static final int CRM = 0;

  /** A connection of which nothing is known yet but its identity. */
  public static Connection fresh(int id, String connectionId) {
    return new Connection(
        id, 0, null, null, false, connectionId, null, Map.of(), false, false, List.of(), List.of());
  }

  /** The same connection under another GUID. */
  public Connection named(String guid) {
    return identified(id, guid);
  }

  /** The same connection under another id. */
  public Connection withId(int newId) {
    return identified(newId, connectionId);
  }

  /** Whether the user may know of it; deleted ones are for administrators. (D16, D49) */
  public boolean isVisibleTo(User user) {
    boolean named =
        userGroupIds.stream().anyMatch(user.groupIds()::contains)
            || user.associateId().filter(associateIds::contains).isPresent();
    return user.administrator() || (!deleted && (allAccess || named));
  }

  /** The same connection, marked as deleted and switched off. (D50) */
  public Connection asDeleted() {
    return marked(false, true);
  }

  /** The same connection, switched on if it was off, and off if it was on. */
  public Connection toggled() {
    return marked(!active, deleted);
  }

  private Connection marked(boolean on, boolean gone) {
    return new Connection(
        id,
        connectorId,
        displayName,
        displayDescription,
        on,
        connectionId,
        mostRecentTimestamp,
        configFields,
        gone,
        allAccess,
        userGroupIds,
        associateIds);
  }

  private Connection identified(int newId, String guid) {
    return new Connection(
        newId,
        connectorId,
        displayName,
        displayDescription,
        active,
        guid,
        mostRecentTimestamp,
        configFields,
        deleted,
        allAccess,
        userGroupIds,
        associateIds);
  }
}
