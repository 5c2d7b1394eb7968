package dev.erpsync.conformance.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Reads the JSON value that begins a piece of a page. */
final class BodyReader {
  /** Of two values under one name a tree keeps one: such a body cannot be sent as printed. */
  private static final ObjectReader STRUCTURE =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build().reader();

  private static final ObjectReader SCALAR =
      STRUCTURE.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private BodyReader() {}

  /**
   * Reads one value and ignores what follows it. A number, text or word must have its line for
   * itself: layouts without fences go on with prose, which may well begin with a number.
   *
   * @param lines from the end of the headers to the end of the body, if it has one
   * @param announced whether the headers say that there is a body
   */
  static Body read(List<Line> lines, boolean announced) {
    int first = 0;
    while (first < lines.size() && Entities.decode(lines.get(first).text()).isBlank()) {
      first++;
    }
    if (first == lines.size()) {
      return new Body.None();
    }
    List<Line> text = lines.subList(first, lines.size());
    Body body = parse(text, UnaryOperator.identity());
    if (body instanceof Body.Broken) {
      body = parse(text, Entities::decode);
    }
    return body instanceof Body.Broken && !announced && !looksLikeJson(text)
        ? new Body.None()
        : body;
  }

  private static Body parse(List<Line> lines, UnaryOperator<String> decoder) {
    String start = decoder.apply(lines.get(0).text()).strip();
    boolean structure = start.startsWith("{") || start.startsWith("[");
    try {
      return new Body.Json(
          structure ? STRUCTURE.readTree(decoder.apply(join(lines))) : SCALAR.readTree(start));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      return new Body.Broken(
          lines.get(Math.max(0, Math.min(line, lines.size()) - 1)), complaint(e));
    }
  }

  private static String join(List<Line> lines) {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
  }

  private static boolean looksLikeJson(List<Line> lines) {
    return "{[\"".indexOf(Entities.decode(lines.get(0).text()).strip().charAt(0)) >= 0;
  }

  /** Without the parser's own idea of place, which counts from the body's first line. */
  private static String complaint(JsonProcessingException e) {
    return e.getOriginalMessage()
        .replaceAll("\\s*\\(start marker at [^)]*\\)[^)]*\\)", "")
        .replaceAll("\\s+", " ");
  }
}
