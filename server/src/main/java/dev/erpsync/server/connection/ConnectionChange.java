package dev.erpsync.server.connection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants a connection to be. A component that is null keeps what is stored. (D22)
 *
 * @param id 0 for a new connection
 */
public record ConnectionChange(
    int id,
    @Nullable Integer connectorId,
    @Nullable String displayName,
    @Nullable String displayDescription,
    @Nullable Boolean active,
    @Nullable String connectionId,
    @Nullable String mostRecentTimestamp,
    @Nullable Map<String, @Nullable String> configFields,
    @Nullable Boolean deleted,
    @Nullable Boolean allAccess,
    @Nullable List<Integer> userGroupIds,
    @Nullable List<Integer> associateIds) {

  /** The connection as it will be; its identity and GUID are those of {@code stored}. (D35) */
  public Connection applyTo(Connection stored) {
    return new Connection(
        stored.id(),
        connectorId == null ? stored.connectorId() : connectorId,
        displayName == null ? stored.displayName() : displayName,
        displayDescription == null ? stored.displayDescription() : displayDescription,
        active == null ? stored.active() : active,
        stored.connectionId(),
        mostRecentTimestamp == null ? stored.mostRecentTimestamp() : mostRecentTimestamp,
        configFields == null ? stored.configFields() : configFields,
        deleted == null ? stored.deleted() : deleted,
        allAccess == null ? stored.allAccess() : allAccess,
        userGroupIds == null ? stored.userGroupIds() : userGroupIds,
        associateIds == null ? stored.associateIds() : associateIds);
  }
}
