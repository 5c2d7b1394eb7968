package dev.erpsync.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the contract says of languages and time zones beyond OpenAPI. */
class LocaleTablesTest {
  private static final JsonNode CONTRACT = Contract.erpSync().document();

  /** Midwinter and midsummer of the years around the documents. */
  private static final List<Instant> DAYS =
      List.of(
          Instant.parse("2018-01-15T00:00:00Z"),
          Instant.parse("2018-07-15T00:00:00Z"),
          Instant.parse("2026-01-15T00:00:00Z"),
          Instant.parse("2026-07-15T00:00:00Z"));

  static JsonNode timeZones() {
    return CONTRACT.at("/components/parameters/SoTimeZone/x-time-zones");
  }

  @ParameterizedTest
  @Tag("D15")
  @MethodSource("timeZones")
  void aTimeZoneHasTheDocumentedOffsetsAndNoOther(JsonNode row) {
    Set<ZoneOffset> documented = new HashSet<>();
    documented.add(ZoneOffset.of(row.path("offset").asText()));
    documented.add(ZoneOffset.of(row.path("daylight").asText(row.path("offset").asText())));
    ZoneId zone = ZoneId.of(row.path("zone").asText());
    Set<ZoneOffset> observed = new HashSet<>();
    DAYS.forEach(day -> observed.add(zone.getRules().getOffset(day)));
    assertThat(observed).isEqualTo(documented);
  }

  @Test
  @Tag("D15")
  void eachTimeZoneHasANumberAndANameOfItsOwn() {
    assertThat(timeZones()).hasSize(10);
    assertThat(timeZones().findValuesAsText("number")).doesNotHaveDuplicates();
    assertThat(timeZones().findValuesAsText("name"))
        .doesNotHaveDuplicates()
        .contains("UTC", "NO", "US-NY");
  }

  @Test
  @Tag("D14")
  void aLanguageOfTheTableIsOneOfIsoAndHasOneCode() {
    JsonNode table = CONTRACT.at("/components/parameters/SoLanguage/x-languages");
    assertThat(table).hasSize(15);
    Set<String> iso = Set.copyOf(Arrays.asList(Locale.getISOLanguages()));
    Set<String> seen = new HashSet<>();
    for (var row : table.properties()) {
      assertThat(row.getKey()).matches("[A-Z]{2}");
      assertThat(row.getValue()).isNotEmpty();
      for (JsonNode language : row.getValue()) {
        assertThat(iso).contains(language.textValue());
        assertThat(seen.add(language.textValue())).as(language.textValue()).isTrue();
      }
    }
  }

  @Test
  @Tag("D14")
  void onlyTextsAreInSeveralLanguages() {
    List<JsonNode> marked = CONTRACT.findParents("x-multi-language");
    assertThat(marked).hasSizeGreaterThanOrEqualTo(2);
    assertThat(marked).allMatch(schema -> schema.path("x-multi-language").isBoolean());
    assertThat(marked).allMatch(schema -> schema.path("type").asText().equals("string"));
  }
}
