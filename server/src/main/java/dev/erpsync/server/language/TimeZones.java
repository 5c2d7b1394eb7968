package dev.erpsync.server.language;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The time zones that a caller may name. Immutable. (D15) */
public final class TimeZones {
  private static final String WITH_OFFSET = "includeTZOffset";

  private final Map<String, ZoneId> listed = new HashMap<>();
  private final Set<String> iana = Set.copyOf(ZoneId.getAvailableZoneIds());

  /**
   * A zone of SuperOffice's own list.
   *
   * @param number its number there
   * @param name its name there, which is made of codes of countries and regions
   */
  public record Listed(int number, String name, ZoneId zone) {}

  /** The zones of a list, and beside them those of the IANA database by their names there. */
  public TimeZones(List<Listed> zones) {
    for (Listed zone : zones) {
      listed.put(Integer.toString(zone.number()), zone.zone());
      listed.put(zone.name(), zone.zone());
    }
  }

  /**
   * Reads the header.
   *
   * @param header a number or a name, exactly as listed; {@code , includeTZOffset} may follow
   * @return empty when it is nothing of that
   */
  public Optional<AnswerZone> find(String header) {
    String[] parts = header.split(",", -1);
    boolean withOffset = parts.length == 2 && parts[1].strip().equals(WITH_OFFSET);
    return parts.length == 1 || withOffset
        ? zone(parts[0].strip()).map(zone -> new AnswerZone(zone, withOffset))
        : Optional.empty();
  }

  private Optional<ZoneId> zone(String name) {
    ZoneId zone = listed.get(name);
    return zone == null && iana.contains(name)
        ? Optional.of(ZoneId.of(name))
        : Optional.ofNullable(zone);
  }
}
