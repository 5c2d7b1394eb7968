package dev.erpsync.conformance.lies;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The page that says which tool found which lie. */
final class PeersPage {
  private static final String HEAD =
      """
      # The same lies, told to others

      The [lies that the kit must find](LIES.md), told in the same way while tools that are not ours look on. Found is a lie when the tool
      complains of something that it does not complain of with the honest server. This page is written by

      ```sh
      mvn -B -ntp -Pbenchmark -pl conformance-tests -am verify -DskipTests -Dbenchmark="lies-peers"
      ```

      - **Prism** (npm, `@stoplight/prism-cli`) stands as a checking proxy between the kit and the lies, and sees each call that the kit
        makes. It knows nothing of the emulator control, of discovery, and of bytes that are no request: those lies are not told to it.
      - **Schemathesis** (PyPI; phase `examples`, all checks), **Dredd** (npm) and **Specmatic** (npm; `test`) make the documented call
        themselves, from a contract of that one operation in JSON with its example, in the state in which the documented answer is true.
        Only lies in documented exchanges in JSON are told to them, in each of their calls. None of them can use the contract whole:
        Dredd ends at a required parameter without an example, Specmatic at a dictionary in XML, Schemathesis calls with property
        examples in the place of whole ones. Dredd gets a hook that makes its comparison of Content-Type pass with a charset.

      They were not made for this: they check what a contract says of one answer, and hardly any that a call did what it says. What
      the table tells is what a green run of each is worth.

      %s
      """;

  private PeersPage() {}

  static String of(Map<Lie, Map<String, String>> found, List<String> names, String circumstances) {
    var page = new StringBuilder(HEAD.formatted(circumstances));
    page.append("\n| theme |");
    names.forEach(name -> page.append(" ").append(name).append(" |"));
    page.append("\n|---|").append("---|".repeat(names.size())).append("\n");
    Set<String> themes = new LinkedHashSet<>();
    found.keySet().forEach(lie -> themes.add(lie.theme()));
    for (String theme : themes) {
      line(page, theme, found, names, lie -> lie.theme().equals(theme));
    }
    line(page, "**all**", found, names, lie -> true);
    page.append("\nA cell says how many were found, of how many that were told.\n");
    details(page, found, names);
    return page.toString();
  }

  private static void line(
      StringBuilder page,
      String title,
      Map<Lie, Map<String, String>> found,
      List<String> names,
      Predicate<Lie> which) {
    page.append("| ").append(title).append(" |");
    for (String name : names) {
      long told = count(found, which, name, "found") + count(found, which, name, "missed");
      page.append(
          told == 0 ? " |" : " %d of %d |".formatted(count(found, which, name, "found"), told));
    }
    page.append("\n");
  }

  private static long count(
      Map<Lie, Map<String, String>> found, Predicate<Lie> which, String name, String verdict) {
    return found.entrySet().stream()
        .filter(each -> which.test(each.getKey()))
        .filter(each -> verdict.equals(each.getValue().get(name)))
        .count();
  }

  private static void details(
      StringBuilder page, Map<Lie, Map<String, String>> found, List<String> names) {
    page.append("\n## Each lie\n\n| lie | told in |");
    names.forEach(name -> page.append(" ").append(name).append(" |"));
    page.append("\n|---|---|").append("---|".repeat(names.size())).append("\n");
    found.forEach(
        (lie, verdicts) -> {
          page.append(LiesPage.begin(lie).stripTrailing());
          names.forEach(
              name -> page.append(" ").append(verdicts.getOrDefault(name, "")).append(" |"));
          page.append("\n");
        });
  }
}
