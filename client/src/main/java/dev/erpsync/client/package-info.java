/**
 * A Java client of the ErpSync agent. The calls in {@code dev.erpsync.client.api} and the types in
 * {@code dev.erpsync.client.model} are generated from the contract.
 *
 * <pre>{@code
 * ErpSyncClient client =
 *     ErpSyncClient.builder("https://crm.example.com").basic(user, password).language("en").build();
 *
 * boolean linked =
 *     client
 *         .actorLinks()
 *         .createActorLink(
 *             new CreateActorLinkRequest()
 *                 .erpConnectionId(444)
 *                 .crmActorType(CrmActorType.CONTACT)
 *                 .crmRecordId(285)
 *                 .erpActorType(ErpActorType.CUSTOMER)
 *                 .erpKey("10042"));
 *
 * try {
 *   ErpConnection saved =
 *       client
 *           .connections()
 *           .saveConnection(
 *               new SaveConnectionRequest()
 *                   .connection(new ErpConnection().erpConnectionId(444).active(true)),
 *               RequestOptions.none().select("DisplayName", "Active"));
 * } catch (ErpSyncException e) {
 *   if (e.status().orElse(0) == 404) {
 *     e.serviceError().ifPresent(error -> log(error.getErrorMessage()));
 *   }
 * }
 * }</pre>
 */
@NullMarked
package dev.erpsync.client;

import org.jspecify.annotations.NullMarked;
