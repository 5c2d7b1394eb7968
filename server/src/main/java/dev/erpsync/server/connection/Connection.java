package dev.erpsync.server.connection;

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
