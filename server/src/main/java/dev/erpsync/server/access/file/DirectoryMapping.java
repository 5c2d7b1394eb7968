package dev.erpsync.server.access.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.server.access.Account;
import dev.erpsync.server.access.App;
import dev.erpsync.server.access.Directory;
import dev.erpsync.server.access.User;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A users file whose rules were checked, as the domain knows it. */
final class DirectoryMapping {
  private DirectoryMapping() {}

  static Directory of(JsonNode root) {
    Map<String, Account> accounts = new LinkedHashMap<>();
    Map<String, User> tickets = new HashMap<>();
    Map<String, User> tokens = new HashMap<>();
    for (JsonNode node : root.path("Users")) {
      User user = user(node);
      Optional<String> hash = Optional.ofNullable(node.path("PasswordHash").textValue());
      accounts.put(user.name(), new Account(user, hash));
      node.path("TicketHashes").forEach(ticket -> tickets.put(ticket.asText(), user));
      node.path("TokenHashes").forEach(token -> tokens.put(token.asText(), user));
    }
    Map<String, App> apps = new HashMap<>();
    for (JsonNode node : root.path("Apps")) {
      App app = new App(node.path("Name").asText(), node.path("ErpSync").booleanValue());
      apps.put(node.path("TokenHash").asText(), app);
    }
    return new Directory(accounts, tickets, tokens, apps, key(root.path("SessionKey").asText()));
  }

  private static User user(JsonNode node) {
    Set<Integer> groups = new HashSet<>();
    node.path("UserGroupIds").forEach(group -> groups.add(group.intValue()));
    JsonNode associate = node.path("AssociateId");
    return new User(
        node.path("Name").asText(),
        associate.isInt() ? Optional.of(associate.intValue()) : Optional.empty(),
        groups,
        node.path("Administrator").booleanValue());
  }

  /**
   * Either alphabet of base64, with or without padding.
   *
   * @throws IllegalArgumentException when it is neither
   */
  static byte[] key(String text) {
    return Base64.getUrlDecoder()
        .decode(text.replace('+', '-').replace('/', '_').replaceAll("=+$", ""));
  }
}
