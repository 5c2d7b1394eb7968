/**
 * A Java client of the ErpSync agent. The calls in {@code dev.erpsync.client.api} and the types in
 * {@code dev.erpsync.client.model} are generated from the contract.
 *
 * <pre>{@code
 * ErpSyncClient erpSync = ErpSyncClient.builder(address).soTicket(ticket).language("en").build();
 *
 * try {
 *   Optional<ErpConnection> connection =
 *       erpSync
 *           .connections()
 *           .getConnection(
 *               new GetConnectionRequest().erpConnectionId(444),
 *               RequestOptions.none().select("DisplayName", "Active"));
 *   print(connection.map(ErpConnection::getDisplayName).orElse("There is no connection 444."));
 * } catch (ErpSyncException e) {
 *   e.serviceError().ifPresent(error -> print(error.getErrorMessage()));
 * }
 * }</pre>
 */
@NullMarked
package dev.erpsync.client;

import org.jspecify.annotations.NullMarked;
