package dev.erpsync.server.link;

import dev.erpsync.server.connection.Connection;
import java.util.Optional;

/**
 * Whether a record is linked on one connection.
 *
 * @param linked the actor to which it is linked there; empty when it is not
 */
public record LinkStatus(Connection connection, Optional<ErpActor> linked) {}
