package dev.erpsync.conformance.drift;

import dev.erpsync.conformance.review.source.MalformedFileException;
import dev.erpsync.conformance.review.source.YamlRecords;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads departures: a YAML list, each with decision, reason, and differences. */
final class DepartureReader {
  static final String BUNDLED = "departures.yaml";
  private static final Pattern HEADING = Pattern.compile("(?m)^### (D\\d+): ");
  private static final YamlRecords FORM =
      new YamlRecords(List.of("decision", "reason"), List.of("differences"), List.of());

  private DepartureReader() {}

  /** The departures of the kit's own contract. */
  static List<Departure> bundled() throws MalformedFileException {
    return read(BUNDLED, resource(BUNDLED));
  }

  /**
   * Reads departures, in the order of the file.
   *
   * @param file its name, for messages
   * @throws MalformedFileException when something is missing, unknown or there twice, or a decision
   *     is none
   */
  static List<Departure> read(String file, String text) throws MalformedFileException {
    Set<String> decisions =
        HEADING
            .matcher(resource("DECISIONS.md"))
            .results()
            .map(heading -> heading.group(1))
            .collect(Collectors.toSet());
    List<Departure> departures = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (YamlRecords.Entry entry : FORM.read(file, text)) {
      String decision = entry.text("decision");
      if (!decisions.contains(decision)) {
        throw new MalformedFileException(
            file, entry.line(), "DECISIONS.md has no decision " + decision);
      }
      if (!known.add(decision)) {
        throw new MalformedFileException(file, entry.line(), decision + " is there twice");
      }
      departures.add(new Departure(decision, entry.text("reason"), entry.list("differences")));
    }
    return List.copyOf(departures);
  }

  private static String resource(String name) {
    try (InputStream in = Contract.class.getResourceAsStream("contract/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
