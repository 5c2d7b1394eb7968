package dev.erpsync.conformance.cases;

import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.replay.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What no refusal may tell: where in its code a target failed, and of which version it is. (D5) */
final class Leaks {
  private static final List<String> BANNERS =
      List.of("Server", "X-Powered-By", "X-AspNet-Version", "X-AspNetMvc-Version");
  private static final Pattern VERSION = Pattern.compile("\\d+(\\.\\d+)*");
  private static final Pattern TRACE =
      Pattern.compile(
          "\\bat [\\w$.<>/]+\\([^)\\n]*\\)|Caused by: |Traceback \\(most recent call last\\)"
              + "|\\b(java|javax|jakarta|org|com|System)\\.[\\w.$]+(Exception|Error)\\b");
  private static final Pattern PRODUCT =
      Pattern.compile(
          "\\b(Jetty|Tomcat|Undertow|Jersey|nginx|Apache|IIS|Kestrel|ASP\\.NET|Express)\\b\\D{0,12}\\d",
          Pattern.CASE_INSENSITIVE);

  private Leaks() {}

  static List<Difference> in(Response response) {
    List<Difference> leaks = new ArrayList<>();
    for (String name : BANNERS) {
      String value = String.join(", ", response.header(name));
      if (VERSION.matcher(value).find()) {
        leaks.add(new Difference(name, "no version", value));
      }
    }
    if (TRACE.matcher(response.text()).find()) {
      leaks.add(new Difference("", "no stack trace", response.text()));
    }
    if (PRODUCT.matcher(response.text()).find()) {
      leaks.add(new Difference("", "no version banner", response.text()));
    }
    return leaks;
  }
}
