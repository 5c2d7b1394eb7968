package dev.erpsync.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A row of {@code refusals.txt}, where the form of a row is described.
 *
 * @param name what is wrong with the request
 * @param head its lines
 * @param body what follows the head
 * @param answer status, type of error where there is one, and message
 * @param headers headers that the answer has
 */
record Refusal(String name, List<String> head, String body, String answer, List<String> headers) {
  private static final Path FILE = Path.of("src/test/resources/dev/erpsync/server/refusals.txt");
  private static final Pattern REPEATED = Pattern.compile("\\{([^*{}]+|[{} ])\\*(\\d+)}");

  static List<Refusal> all() throws IOException {
    List<Refusal> rows = new ArrayList<>();
    for (String block : Files.readString(FILE).split("(?m)^== ", -1)) {
      if (!block.startsWith("#")) {
        rows.add(of(block.lines().toList()));
      }
    }
    return rows;
  }

  /** The bytes to send, one a character. */
  String request(String accept) {
    var lines = new ArrayList<>(head);
    lines.add(1, "Accept: " + accept);
    return raw(String.join("\\r\\n", lines) + "\\r\\n\\r\\n" + body);
  }

  int status() {
    return Integer.parseInt(answer.substring(0, 3));
  }

  /** What the answer says went wrong. */
  String message() {
    return answer.substring(status() == 400 ? 4 : answer.indexOf(' ', 4) + 1);
  }

  @Override
  public String toString() {
    return name;
  }

  private static Refusal of(List<String> block) {
    List<String> answer = after("< ", block);
    return new Refusal(
        block.get(0),
        after("> ", block),
        String.join("", after("| ", block)),
        answer.get(0),
        answer.subList(1, answer.size()));
  }

  private static List<String> after(String mark, List<String> block) {
    return block.stream().filter(l -> l.startsWith(mark)).map(l -> l.substring(2)).toList();
  }

  private static String raw(String text) {
    String unescaped =
        text.replace("\\r", "\r")
            .replace("\\n", "\n")
            .replace("\\0", "\0")
            .replace("{break}", "/api/v1/Agents/ErpSync/BreakActorLink")
            .replace("{login}", "Authorization: " + RunningServer.AUTHORIZATION);
    return REPEATED.matcher(unescaped).replaceAll(Refusal::repeated);
  }

  private static String repeated(MatchResult match) {
    return match.group(1).repeat(Integer.parseInt(match.group(2)));
  }
}
