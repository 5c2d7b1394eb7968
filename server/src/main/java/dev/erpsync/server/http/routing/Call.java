package dev.erpsync.server.http.routing;

import dev.erpsync.server.http.routing.Routes.Route;
import dev.erpsync.spec.Contract;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.InterceptorContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a request calls: the operation, resolved once, and what the steps of the exchange share.
 * Used by the thread of the request only.
 */
public final class Call {
  private static final String PROPERTY = Call.class.getName();

  private final String id = UUID.randomUUID().toString();
  private final long begun = System.nanoTime();
  private final Findings findings = new Findings();
  private final String method;
  private final String path;
  private final Route route;
  private final Optional<Served> served;
  private MediaType errorFormat = MediaType.APPLICATION_JSON_TYPE;

  private Call(String method, String path, Route route) {
    this.method = method;
    this.path = path;
    this.route = route;
    this.served = route.operation(method);
  }

  /** Resolves the operation of a request, and keeps it with the request. */
  static Call resolve(ContainerRequestContext request, Routes routes) {
    String sent = request.getUriInfo().getRequestUri().getRawPath();
    var call = new Call(request.getMethod(), Routes.normal(sent), routes.at(sent));
    request.setProperty(PROPERTY, call);
    return call;
  }

  /** The call of a request. */
  public static Call of(ContainerRequestContext request) {
    return (Call) request.getProperty(PROPERTY);
  }

  /** The call of a request whose body is read. */
  public static Call of(InterceptorContext context) {
    return (Call) context.getProperty(PROPERTY);
  }

  /** The id by which log and response can be matched. */
  public String id() {
    return id;
  }

  /** The method as it was sent. */
  public String method() {
    return method;
  }

  /** The path in its normal form, without the query. */
  public String path() {
    return path;
  }

  /** The methods that the path has; none when the path is unknown. */
  public List<String> methods() {
    return route.methods();
  }

  /** The operation; empty when the path or the method is unknown. */
  public Optional<Served> served() {
    return served;
  }

  /** The operation when a contract has it. */
  public Optional<Served> servedBy(Contract contract) {
    return served.filter(each -> each.contract() == contract);
  }

  /** The operation of GET at the same path. */
  public Optional<Served> description() {
    return route.operation("GET");
  }

  /** Whether a contract has the path, with any method. */
  public boolean isAtPathOf(Contract contract) {
    return route.operations().values().stream().anyMatch(each -> each.contract() == contract);
  }

  /** Whether the operation needs no credentials. */
  public boolean isOpen() {
    return served.map(Served::isOpen).orElse(false);
  }

  /** The format of an error. */
  public MediaType errorFormat() {
    return errorFormat;
  }

  /** Sets the format of an error. */
  public void setErrorFormat(MediaType format) {
    errorFormat = format;
  }

  /** What the steps noticed. */
  public Findings findings() {
    return findings;
  }

  /** How long it has been going on. */
  public Duration duration() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
