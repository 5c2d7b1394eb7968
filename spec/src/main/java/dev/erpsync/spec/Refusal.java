package dev.erpsync.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A row of {@code refusals.txt}, where the form of a row is described: a request that is refused
 * whatever the operation, and the answer.
 *
 * @param name what is wrong with the request, unique
 * @param head its lines, with placeholders
 * @param body what follows the head
 * @param unless why another server may answer otherwise; empty when it may not
 * @param status the status
 * @param errorType {@code ErrorType}; empty where the body has none
 * @param message {@code MessageDetail} or {@code ErrorMessage}, in this project's words
 * @param headers headers that the answer has, besides those of every refusal
 */
public record Refusal(
    String name,
    List<String> head,
    String body,
    Optional<String> unless,
    int status,
    Optional<String> errorType,
    String message,
    Map<String, String> headers) {
  private static final Pattern REPEATED = Pattern.compile("\\{([^*{}]+|[{} ])\\*(\\d+)}");
  private static final int MALFORMED = 400;

  /** All rows, in the order of the file. */
  public static List<Refusal> all() {
    List<Refusal> rows = new ArrayList<>();
    for (String block : read().split("(?m)^== ", -1)) {
      if (!block.startsWith("#")) {
        rows.add(of(block.lines().toList()));
      }
    }
    return List.copyOf(rows);
  }

  /**
   * The bytes to send, one a character.
   *
   * @param accept value of the Accept header
   * @param values by the names of placeholders, what stands for them
   */
  public String request(String accept, Map<String, String> values) {
    var lines = new ArrayList<>(head);
    lines.add(1, "Accept: " + accept);
    String written = String.join("\\r\\n", lines) + "\\r\\n\\r\\n" + body;
    String raw = written.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0");
    String request = REPEATED.matcher(raw).replaceAll(Refusal::repeated);
    for (var value : values.entrySet()) {
      request = request.replace("{" + value.getKey() + "}", value.getValue());
    }
    return request;
  }

  @Override
  public String toString() {
    return name;
  }

  private static Refusal of(List<String> block) {
    List<String> answer = after("< ", block);
    String said = answer.get(0);
    int status = Integer.parseInt(said.substring(0, 3));
    String rest = said.substring(4);
    int end = status == MALFORMED ? -1 : rest.indexOf(' ');
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header : answer.subList(1, answer.size())) {
      String[] pair = header.split(": ", 2);
      headers.put(pair[0], pair[1]);
    }
    return new Refusal(
        block.get(0),
        after("> ", block),
        String.join("", after("| ", block)),
        after("? ", block).stream().findFirst(),
        status,
        end < 0 ? Optional.empty() : Optional.of(rest.substring(0, end)),
        rest.substring(end + 1),
        headers);
  }

  private static List<String> after(String mark, List<String> block) {
    return block.stream().filter(l -> l.startsWith(mark)).map(l -> l.substring(2)).toList();
  }

  private static String repeated(MatchResult match) {
    return match.group(1).repeat(Integer.parseInt(match.group(2)));
  }

  private static String read() {
    try (InputStream in = Refusal.class.getResourceAsStream("contract/refusals.txt")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks refusals.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
