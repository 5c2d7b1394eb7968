package dev.erpsync.server.http.locale;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.server.http.error.MalformedRequestException;
import dev.erpsync.server.language.AnswerLocale;
import dev.erpsync.server.language.AnswerZone;
import dev.erpsync.server.language.Cultures;
import dev.erpsync.server.language.LanguageCodes;
import dev.erpsync.server.language.TimeZones;
import dev.erpsync.server.language.WantedLanguages;
import dev.erpsync.spec.Contract;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The headers that say in which language and time zone to answer; their names and tables are the
 * contract's. (D14, D15)
 */
final class LocaleHeaders {
  private final String acceptLanguage;
  private final String soLanguage;
  private final String soCulture;
  private final String soTimeZone;
  private final LanguageCodes languages;
  private final TimeZones zones;
  private final String zoneForms;

  LocaleHeaders(Contract contract) {
    JsonNode parameters = contract.document().at("/components/parameters");
    acceptLanguage = parameters.at("/AcceptLanguage/name").asText();
    soLanguage = parameters.at("/SoLanguage/name").asText();
    soCulture = parameters.at("/SoCulture/name").asText();
    soTimeZone = parameters.at("/SoTimeZone/name").asText();
    languages = LocaleTables.languages(parameters);
    zones = new TimeZones(LocaleTables.zones(parameters), ZoneId.systemDefault());
    zoneForms = LocaleTables.zoneForms(parameters);
  }

  /**
   * How a request wants to be answered.
   *
   * @throws MalformedRequestException when a time zone or a culture is unknown; never with the
   *     value
   */
  AnswerLocale read(ContainerRequestContext request) {
    Optional<WantedLanguages> wanted =
        Stream.of(soLanguage, acceptLanguage)
            .flatMap(name -> header(request, name).stream())
            .findFirst()
            .flatMap(languages::wanted);
    if (wanted.isPresent()) {
      header(request, soCulture).ifPresent(this::checkCulture);
    }
    return new AnswerLocale(wanted, header(request, soTimeZone).map(this::zone));
  }

  private void checkCulture(String culture) {
    if (!Cultures.include(culture)) {
      throw malformed(soCulture, "unknown culture; a name such as sv or nb-NO is expected");
    }
  }

  private AnswerZone zone(String header) {
    return zones
        .find(header)
        .orElseThrow(() -> malformed(soTimeZone, "unknown time zone; expected is " + zoneForms));
  }

  private static MalformedRequestException malformed(String name, String detail) {
    return new MalformedRequestException("request header %s: %s".formatted(name, detail));
  }

  /** A blank header says as little as none. */
  private static Optional<String> header(ContainerRequestContext request, String name) {
    return Optional.ofNullable(request.getHeaderString(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
