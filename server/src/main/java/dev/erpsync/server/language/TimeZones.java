package dev.erpsync.server.language;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The time zones that a caller may name, in any letter case. Immutable. (D15) */
public final class TimeZones {
  private static final String WITH_OFFSET = "includeTZOffset";

  private final Map<String, ZoneId> zones = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ZoneId server;

  /**
   * A zone of SuperOffice's own list.
   *
   * @param number its number there
   * @param name its name there, which is made of codes of countries and regions
   */
  public record Listed(int number, String name, ZoneId zone) {}

  /**
   * The zones of a list, and beside them those of the IANA database by their names there.
   *
   * @param server the zone of the server itself
   */
  public TimeZones(List<Listed> listed, ZoneId server) {
    this.server = server;
    ZoneId.getAvailableZoneIds().forEach(name -> zones.put(name, ZoneId.of(name)));
    for (Listed zone : listed) {
      zones.put(Integer.toString(zone.number()), zone.zone());
      zones.put(zone.name(), zone.zone());
    }
  }

  /**
   * Reads the header.
   *
   * @param header a number or a name; {@code , includeTZOffset} may follow, or stand alone for the
   *     server's zone
   * @return empty when it is nothing of that
   */
  public Optional<AnswerZone> find(String header) {
    String[] parts = header.split(",", -1);
    int names = parts.length;
    // The vendor's client repeats it when it sends the headers of a call again.
    while (names > 0 && parts[names - 1].strip().equalsIgnoreCase(WITH_OFFSET)) {
      names--;
    }
    boolean withOffset = names < parts.length;
    Optional<ZoneId> zone =
        switch (names) {
          case 0 -> Optional.of(server);
          case 1 -> Optional.ofNullable(zones.get(parts[0].strip()));
          default -> Optional.empty();
        };
    return zone.map(known -> new AnswerZone(known, withOffset));
  }
}
