package dev.erpsync.conformance.drift;

import dev.erpsync.conformance.review.diff.Change;
import dev.erpsync.conformance.review.diff.ContractDiff;
import dev.erpsync.conformance.review.diff.ReviewedContract;
import dev.erpsync.conformance.review.diff.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One difference at one place of one operation.
 *
 * @param rule the rule of the review for a change from the vendor's description to ours
 * @param place operation, part, media type if JSON does not have the difference, and JSON pointer
 *     into the value
 * @param vendor what the vendor's description has; empty for nothing
 * @param ours what our contract has; empty for nothing
 */
record Difference(String rule, String place, String vendor, String ours) {
  /**
   * Rules about what is not compared: texts, samples, names of generated code, names in XML,
   * extensions, and security schemes, which each description names as it likes.
   */
  private static final Pattern NOT_COMPARED =
      Pattern.compile(
          "(text|extension|version|unused-component|operation-(id|group|tags))-changed"
              + "|(server|tag|security|sample)s?-.*"
              + "|operation-administrators-only-.*"
              + "|(request|response)-(xml-.*|type-renamed|multi-language-.*|enum-number-changed)");

  private static final String JSON = "application/json";

  private record Spot(String operation, String part, String at) {}

  /**
   * All differences, in the order of the descriptions.
   *
   * @throws dev.erpsync.conformance.review.diff.UnusableContractException when a reference in one
   *     of them leads nowhere
   */
  static List<Difference> between(ReviewedContract vendor, ReviewedContract ours) {
    return ContractDiff.of(vendor, ours).stream()
        .filter(change -> !NOT_COMPARED.matcher(change.rule().id()).matches())
        .flatMap(change -> places(change).stream().map(place -> of(change, place)))
        .distinct()
        .toList();
  }

  /** In one line, as explanations and reports write it. */
  String text() {
    return "%s at %s (%s -> %s)".formatted(rule, place, orNothing(vendor), orNothing(ours));
  }

  private static Difference of(Change change, String place) {
    return new Difference(change.rule().id(), place, line(change.before()), line(change.after()));
  }

  /** A change of a shared schema is one change, and a difference in each operation. */
  private static List<String> places(Change change) {
    Map<Spot, Set<String>> types = new LinkedHashMap<>();
    for (Use use : change.uses()) {
      types
          .computeIfAbsent(new Spot(use.operation(), use.part(), use.at()), s -> new TreeSet<>())
          .add(use.mediaType());
    }
    List<String> places = new ArrayList<>();
    types.forEach(
        (spot, all) -> {
          boolean json = all.contains(JSON) || all.contains("");
          for (String type : json ? Set.of("") : all) {
            String text = String.join(" ", spot.operation(), spot.part(), type, spot.at());
            String place = line(text);
            places.add(place.isEmpty() ? change.place() : place);
          }
        });
    return places;
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String orNothing(String text) {
    return text.isEmpty() ? "nothing" : text;
  }
}
