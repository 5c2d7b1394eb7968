package dev.erpsync.server.link;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a record is linked on one connection.
 *
 * @param linked the actor to which it is linked there; empty when it is not
 */
public record LinkStatus(
    int connectionId, @Nullable String connectionName, Optional<ErpActor> linked) {}
