package dev.erpsync.conformance.pages;

import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that a test fills with pages. */
record Folder(Path path) {
  private static final PageReader READER = new PageReader(Contract.erpSync());

  /** A request and its response, as short as they can be. */
  static final String EXCHANGE = request("34") + response("true");

  static String request(String crmRecord) {
    return """
        POST /api/v1/Agents/ErpSync/BreakActorLink
        Content-Type: application/json

        {"ErpConnectionId": 12, "CrmRecordId": %s, "CrmActorType": "Contact"}

        """
        .formatted(crmRecord);
  }

  static String response(String body) {
    return """
        HTTP/1.1 200 OK
        Content-Type: application/json

        %s

        """
        .formatted(body);
  }

  Path write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] bytes) {
    Path file = path.resolve(name);
    try {
      Files.createDirectories(file.resolveSibling(""));
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PageReading read() {
    return READER.read(path);
  }
}
