package dev.erpsync.server.access.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.server.access.PasswordHashes;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The JSON of a users file, and its rules. No message holds a value of the file. Thread-safe. */
final class UsersJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Schemas are written and checked as those of the contracts are. */
  private static final Contract SCHEMAS = Contract.of(schemas());

  private UsersJson() {}

  /**
   * The content of a users file.
   *
   * @throws UsersFileException when it breaks a rule; the message names the place and the rule
   */
  static ObjectNode parse(byte[] file) throws UsersFileException {
    JsonNode root = tree(file);
    List<Violation> violations = SCHEMAS.check("UsersFile", root);
    if (!violations.isEmpty()) {
      throw new UsersFileException(violations.get(0).toString());
    }
    requireKey(root.path("SessionKey").asText());
    requireUsableHashes(root.path("Users"));
    requireDifferent(root, "Users", "Name");
    requireDifferent(root, "Apps", "Name");
    requireDifferent(root, "Apps", "TokenHash");
    requireOneHolder(root.path("Users"), "TicketHashes");
    requireOneHolder(root.path("Users"), "TokenHashes");
    return (ObjectNode) root;
  }

  /** The file's text: one property a line, so that a change shows in a diff. */
  static byte[] write(ObjectNode root) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  private static JsonNode tree(byte[] file) throws UsersFileException {
    try {
      return JSON.readTree(file);
    } catch (JsonProcessingException e) {
      // Jackson's own message quotes what stands there.
      throw new UsersFileException(
          "not well-formed JSON at line %d, column %d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireKey(String key) throws UsersFileException {
    try {
      DirectoryMapping.key(key);
    } catch (IllegalArgumentException e) {
      throw new UsersFileException(
          "/SessionKey: must be base64 of 32 bytes or more (rule base64, found string)", e);
    }
  }

  private static void requireUsableHashes(JsonNode users) throws UsersFileException {
    for (int i = 0; i < users.size(); i++) {
      JsonNode hash = users.get(i).path("PasswordHash");
      if (hash.isTextual() && !PasswordHashes.isUsable(hash.textValue())) {
        throw new UsersFileException(
            "/Users/%d/PasswordHash: must be an Argon2id or bcrypt hash of affordable cost (rule hash, found string)"
                .formatted(i));
      }
    }
  }

  private static void requireDifferent(JsonNode root, String list, String property)
      throws UsersFileException {
    Set<String> seen = new HashSet<>();
    JsonNode items = root.path(list);
    for (int i = 0; i < items.size(); i++) {
      if (!seen.add(items.get(i).path(property).asText())) {
        throw new UsersFileException(
            "/%s/%d/%s: must differ from that of the others (rule unique, found string)"
                .formatted(list, i, property));
      }
    }
  }

  private static void requireOneHolder(JsonNode users, String property) throws UsersFileException {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < users.size(); i++) {
      JsonNode hashes = users.get(i).path(property);
      for (int j = 0; j < hashes.size(); j++) {
        if (!seen.add(hashes.get(j).asText())) {
          throw new UsersFileException(
              "/Users/%d/%s/%d: must stand there only once (rule unique, found string)"
                  .formatted(i, property, j));
        }
      }
    }
  }

  private static JsonNode schemas() {
    try (InputStream in = UsersJson.class.getResourceAsStream("schema.json")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks schema.json");
      }
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
