package dev.erpsync.server.http.container;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * The host names under which the server may be called, against DNS rebinding: a page of another
 * site whose name was made to point here is not served, and neither is a request that a browser
 * sends for another site. Immutable and thread-safe. (D57)
 */
final class ServedNames {
  private static final String LOCALHOST = "localhost";
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  private final Set<String> names;

  /**
   * Names of a server; those of loopback, and addresses in figures, always count.
   *
   * @param host name or address of the interface
   * @param others more names
   */
  ServedNames(String host, List<String> others) {
    var all = new HashSet<String>();
    all.add(normalized(host));
    others.forEach(other -> all.add(normalized(other)));
    this.names = Set.copyOf(all);
  }

  /** Whether the Host of a request, or what stands for it, is served. An address is no name. */
  boolean isServed(Request request) {
    String host = Request.getServerName(request);
    return host == null || isName(host) || isAddress(host);
  }

  /**
   * Whether a request does not come from a page of another site, as far as browsers tell (Fetch
   * standard: Origin and Sec-Fetch-Site).
   */
  boolean isOwnSite(Request request) {
    if ("cross-site".equals(request.getHeaders().get("Sec-Fetch-Site"))) {
      return false;
    }
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    return origin == null || host(origin).filter(host -> isOwn(host, request)).isPresent();
  }

  private boolean isOwn(String host, Request request) {
    return isName(host) || isLoopback(host) || host.equals(Request.getServerName(request));
  }

  private boolean isName(String host) {
    String name = normalized(host);
    return name.equals(LOCALHOST) || name.endsWith("." + LOCALHOST) || names.contains(name);
  }

  private static boolean isAddress(String host) {
    return host.startsWith("[") || IPV4.matcher(host).matches();
  }

  private static boolean isLoopback(String host) {
    return host.equals("[::1]") || (host.startsWith("127.") && IPV4.matcher(host).matches());
  }

  /** Empty for an opaque origin, and for what is no origin. */
  private static Optional<String> host(String origin) {
    try {
      return Optional.ofNullable(new URI(origin).getHost());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Names differ neither in letter case nor by the dot of the root. */
  private static String normalized(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
  }
}
