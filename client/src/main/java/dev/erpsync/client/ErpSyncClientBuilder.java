package dev.erpsync.client;

import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Settings of a client. Each setter returns this builder; invalid values are refused at once with
 * an {@link IllegalArgumentException}, null with a {@link NullPointerException}. Not thread-safe.
 */
public final class ErpSyncClientBuilder {
  private static final int HIGHEST_PORT = 65_535;

  private final String base;
  private Optional<Credentials> credentials = Optional.empty();
  private RequestOptions defaults = RequestOptions.none().header("User-Agent", defaultUserAgent());
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration timeout = Duration.ofSeconds(60);
  private Retries retries = Retries.standard();
  private final List<Interceptor> interceptors = new ArrayList<>();

  ErpSyncClientBuilder(URI installation) {
    this.base = checked(installation).toString().replaceFirst("/+$", "");
  }

  /** Signs in with user name and password. */
  public ErpSyncClientBuilder basic(String user, String password) {
    return credentials(Credentials.basic(user, password));
  }

  /** Signs in with a ticket. */
  public ErpSyncClientBuilder soTicket(String ticket) {
    HeaderText.checked("a ticket", Objects.requireNonNull(ticket, "ticket"));
    return credentials(Credentials.soTicket(() -> ticket));
  }

  /** Signs in with an access token. */
  public ErpSyncClientBuilder bearer(String token) {
    HeaderText.checked("a token", Objects.requireNonNull(token, "token"));
    return credentials(Credentials.bearer(() -> token));
  }

  /** Signs in with credentials that may change from call to call. */
  public ErpSyncClientBuilder credentials(Credentials credentials) {
    this.credentials = Optional.of(Objects.requireNonNull(credentials, "credentials"));
    return this;
  }

  /** Secret of the partner app, sent when a server calls an online installation. */
  public ErpSyncClientBuilder appToken(String token) {
    return defaults(defaults.with(Parameter.SO_APP_TOKEN, Objects.requireNonNull(token, "token")));
  }

  /** As {@link RequestOptions#language}, for all calls. */
  public ErpSyncClientBuilder language(String language) {
    return defaults(defaults.language(language));
  }

  /** As {@link RequestOptions#culture}, for all calls. */
  public ErpSyncClientBuilder culture(String culture) {
    return defaults(defaults.culture(culture));
  }

  /** As {@link RequestOptions#timeZone}, for all calls. */
  public ErpSyncClientBuilder timeZone(String timeZone) {
    return defaults(defaults.timeZone(timeZone));
  }

  /** Name of the calling program; by default this library's name and version. */
  public ErpSyncClientBuilder userAgent(String userAgent) {
    return defaults(defaults.header("User-Agent", Objects.requireNonNull(userAgent, "userAgent")));
  }

  /** Longest time to wait for a connection; 10 seconds by default, at most a day. */
  public ErpSyncClientBuilder connectTimeout(Duration timeout) {
    Objects.requireNonNull(timeout, "timeout");
    this.connectTimeout = Times.checked("connectTimeout", timeout);
    return this;
  }

  /**
   * Longest time for a call, up to the last byte of the answer, through all its attempts; 60
   * seconds, at most a day.
   */
  public ErpSyncClientBuilder timeout(Duration timeout) {
    this.timeout = Times.checked("timeout", Objects.requireNonNull(timeout, "timeout"));
    return this;
  }

  /** Whether a call that failed is tried again; {@link Retries#standard} by default. */
  public ErpSyncClientBuilder retries(Retries retries) {
    this.retries = Objects.requireNonNull(retries, "retries");
    return this;
  }

  /** Shows every attempt to this interceptor too. */
  public ErpSyncClientBuilder interceptor(Interceptor interceptor) {
    interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
    return this;
  }

  /** A client with these settings. Later changes of this builder do not change it. */
  public ErpSyncClient build() {
    HttpClient.Builder http =
        HttpClient.newBuilder()
            // By default the first request asks for an upgrade to HTTP/2 (h2c), and some servers
            // then never see the end of its body.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout);
    return new ErpSyncClient(
        new HttpTransport(
            new Wire(http.build(), base, credentials),
            defaults,
            new Backoff(retries),
            new Observers(interceptors),
            timeout));
  }

  private ErpSyncClientBuilder defaults(RequestOptions defaults) {
    this.defaults = defaults;
    return this;
  }

  /** Never quotes the address: it may hold a password. */
  private static URI checked(URI installation) {
    String scheme = installation.getScheme();
    if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
      throw new IllegalArgumentException("the address must begin with http:// or https://");
    }
    if (installation.getHost() == null) {
      throw new IllegalArgumentException("the address must name a host");
    }
    if (installation.getPort() == 0 || installation.getPort() > HIGHEST_PORT) {
      throw new IllegalArgumentException("the port must be from 1 to 65535");
    }
    if (installation.getRawUserInfo() != null) {
      throw new IllegalArgumentException("credentials do not belong into the address");
    }
    if (installation.getRawQuery() != null || installation.getRawFragment() != null) {
      throw new IllegalArgumentException("the address must have no query and no fragment");
    }
    return installation;
  }

  /**
   * The version stands in the manifest for the class path, in the descriptor for the module path.
   */
  private static String defaultUserAgent() {
    Class<?> client = ErpSyncClient.class;
    return Optional.ofNullable(client.getPackage().getImplementationVersion())
        .or(
            () ->
                Optional.ofNullable(client.getModule().getDescriptor())
                    .flatMap(ModuleDescriptor::rawVersion))
        .map(version -> "erpsync-client/" + version)
        .orElse("erpsync-client");
  }
}
