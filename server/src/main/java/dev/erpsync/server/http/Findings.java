package dev.erpsync.server.http;

import dev.erpsync.spec.Violation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.ext.InterceptorContext;
import java.util.ArrayList;
import java.util.List;

/** What the steps of one exchange noticed, for the journal. Only used by the request's thread. */
final class Findings {
  private static final String PROPERTY = Findings.class.getName();

  private final List<Breach> breaches = new ArrayList<>();
  private final List<Violation> otherCase = new ArrayList<>();
  private final List<Violation> unknown = new ArrayList<>();

  /** Begins to collect for a request. */
  static void begin(ContainerRequestContext request) {
    request.setProperty(PROPERTY, new Findings());
  }

  static Findings of(ContainerRequestContext request) {
    return of(request.getProperty(PROPERTY));
  }

  static Findings of(InterceptorContext context) {
    return of(context.getProperty(PROPERTY));
  }

  private static Findings of(Object property) {
    return property instanceof Findings findings ? findings : new Findings();
  }

  void addBreaches(List<Breach> more) {
    breaches.addAll(more);
  }

  void addOtherCase(List<Violation> more) {
    otherCase.addAll(more);
  }

  void addUnknown(List<Violation> more) {
    unknown.addAll(more);
  }

  List<Breach> breaches() {
    return breaches;
  }

  /** Names that the contract has in another letter case. */
  List<Violation> otherCase() {
    return otherCase;
  }

  /** Properties that the contract does not know. */
  List<Violation> unknown() {
    return unknown;
  }
}
