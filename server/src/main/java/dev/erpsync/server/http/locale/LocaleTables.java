package dev.erpsync.server.http.locale;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.server.language.LanguageCodes;
import dev.erpsync.server.language.TimeZones.Listed;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The tables that the contract holds beside its language and time zone parameters. (D14, D15) */
final class LocaleTables {
  private LocaleTables() {}

  static LanguageCodes languages(JsonNode parameters) {
    Map<String, List<String>> table = new HashMap<>();
    for (var row : parameters.at("/SoLanguage/x-languages").properties()) {
      table.put(row.getKey(), elements(row.getValue()).stream().map(JsonNode::asText).toList());
    }
    return new LanguageCodes(table);
  }

  static List<Listed> zones(JsonNode parameters) {
    return rows(parameters).stream()
        .map(
            row ->
                new Listed(
                    row.path("number").asInt(),
                    row.path("name").asText(),
                    ZoneId.of(row.path("zone").asText())))
        .toList();
  }

  /** What the header may say, for somebody who said something else. */
  static String zoneForms(JsonNode parameters) {
    return rows(parameters).stream()
        .map(row -> "%s %s".formatted(row.path("number").asText(), row.path("name").asText()))
        .collect(
            Collectors.joining(
                ", ",
                "one of these numbers or names: ",
                "; or an IANA name such as Europe/Oslo; and then, if wanted, \", includeTZOffset\","
                    + " which may also stand alone"));
  }

  private static List<JsonNode> rows(JsonNode parameters) {
    return elements(parameters.at("/SoTimeZone/x-time-zones"));
  }

  private static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
