package dev.erpsync.server.access.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.server.access.App;
import dev.erpsync.server.access.Digest;
import dev.erpsync.server.access.PasswordHashes;
import dev.erpsync.server.access.Secret;
import dev.erpsync.server.access.User;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** Changes a users file, one change at a time. What was there is checked before and after. */
public final class UsersEditor {
  private final Path file;

  public UsersEditor(Path file) {
    this.file = file;
  }

  /**
   * Adds a user, and makes the file when there is none.
   *
   * @param replace takes the place of a user of the same name, tickets and tokens included
   */
  public void addUser(User user, String password, boolean replace) throws UsersFileException {
    ObjectNode entry = UsersJson.object().put("Name", user.name());
    user.associateId().ifPresent(id -> entry.put("AssociateId", id));
    if (!user.groupIds().isEmpty()) {
      ArrayNode groups = entry.putArray("UserGroupIds");
      user.groupIds().stream().sorted().forEach(groups::add);
    }
    entry.put("Administrator", user.administrator());
    entry.put("PasswordHash", PasswordHashes.hash(password));
    change(root -> put(root.withArray("/Users"), entry, replace));
  }

  /** Gives a user a new ticket; the only time that it can be seen. */
  public String addTicket(String user) throws UsersFileException {
    return addSecret(user, "TicketHashes");
  }

  /** Gives a user a new opaque access token; the only time that it can be seen. */
  public String addToken(String user) throws UsersFileException {
    return addSecret(user, "TokenHashes");
  }

  /**
   * Adds an app.
   *
   * @param replace takes the place of an app of the same name, whose token is then good no more
   * @return its token; the only time that it can be seen
   */
  public String addApp(App app, boolean replace) throws UsersFileException {
    String token = Secret.generate();
    ObjectNode entry =
        UsersJson.object()
            .put("Name", app.name())
            .put("TokenHash", Digest.sha256(token))
            .put("ErpSync", app.erpSync());
    change(root -> put(root.withArray("/Apps"), entry, replace));
    return token;
  }

  private String addSecret(String user, String property) throws UsersFileException {
    String secret = Secret.generate();
    change(
        root -> {
          ArrayNode users = root.withArray("/Users");
          int index =
              indexOf(users, user)
                  .orElseThrow(() -> new UsersFileException("there is no user '" + user + "'"));
          ((ObjectNode) users.get(index)).withArray("/" + property).add(Digest.sha256(secret));
        });
    return secret;
  }

  private static void put(ArrayNode list, ObjectNode entry, boolean replace)
      throws UsersFileException {
    String name = entry.path("Name").asText();
    Optional<Integer> index = indexOf(list, name);
    if (index.isEmpty()) {
      list.add(entry);
    } else if (replace) {
      list.set(index.get(), entry);
    } else {
      throw new UsersFileException(
          "it has '" + name + "' already; --replace puts the new one in its place");
    }
  }

  private static Optional<Integer> indexOf(ArrayNode list, String name) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).path("Name").asText().equals(name)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private void change(Change change) throws UsersFileException {
    try (ExclusiveFile exclusive = ExclusiveFile.take(file)) {
      ObjectNode root = Files.exists(file) ? UsersJson.parse(UsersFile.bytes(file)) : empty();
      change.apply(root);
      byte[] changed = UsersJson.write(root);
      UsersJson.parse(changed);
      exclusive.replaceBy(changed);
    } catch (UsersFileException e) {
      throw new UsersFileException("users file %s: %s".formatted(file, e.reason()), e);
    }
  }

  private static ObjectNode empty() {
    ObjectNode root = UsersJson.object();
    root.put("SessionKey", Base64.getEncoder().encodeToString(Secret.bytes()));
    root.putArray("Users");
    return root;
  }

  /** What is done to the content. */
  private interface Change {
    void apply(ObjectNode root) throws UsersFileException;
  }
}
