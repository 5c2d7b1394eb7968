package dev.erpsync.server.http.routing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Parameter;
import dev.erpsync.spec.Violation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives the names of query parameters the letter case that the contract has: the pages do not agree
 * on it. (D43)
 */
@PreMatching
public final class QueryNamesFilter implements ContainerRequestFilter {
  private final Contract agent;

  /**
   * A filter.
   *
   * @param agent the contract whose operations have parameters
   */
  public QueryNamesFilter(Contract agent) {
    this.agent = agent;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    URI uri = request.getUriInfo().getRequestUri();
    if (uri.getRawQuery() != null) {
      Call call = Call.of(request);
      call.servedBy(agent).ifPresent(served -> filter(served.operation(), uri, call, request));
    }
  }

  private void filter(Operation operation, URI uri, Call call, ContainerRequestContext request) {
    Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Parameter parameter : operation.parameters(agent)) {
      if (parameter.in().equals("query")) {
        names.put(parameter.name(), parameter.name());
      }
    }
    String query =
        Stream.of(uri.getRawQuery().split("&", -1))
            .map(pair -> spelled(pair, names, call.findings()))
            .collect(Collectors.joining("&"));
    if (!query.equals(uri.getRawQuery())) {
      request.setRequestUri(uri.resolve(uri.getRawPath() + "?" + query));
    }
  }

  private static String spelled(String pair, Map<String, String> names, Findings findings) {
    int end = pair.indexOf('=') < 0 ? pair.length() : pair.indexOf('=');
    String sent = URLDecoder.decode(pair.substring(0, end), UTF_8);
    String known = names.get(sent);
    if (known != null && !known.equals(sent)) {
      String message = "the name is %s, not %s".formatted(known, sent);
      findings.addOtherCase(List.of(new Violation("?" + sent, "letterCase", message, "string")));
    }
    return known == null ? pair : known + pair.substring(end);
  }
}
