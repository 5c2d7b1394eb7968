package dev.erpsync.server.http;

import dev.erpsync.server.emulator.Exchange;
import dev.erpsync.server.emulator.Exchange.Finding;
import dev.erpsync.server.emulator.Journal;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Violation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes every exchange down when its answer is ready, but those with the emulator control itself.
 * Nothing is written down that may be a secret: no body, no query, no header but the media types.
 */
@PreMatching
final class JournalFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String BEGIN = JournalFilter.class.getName();

  private final Journal journal;
  private final Routes agent;
  private final Routes control;
  private final InstantSource clock;

  JournalFilter(Journal journal, Routes agent, Routes control, InstantSource clock) {
    this.journal = journal;
    this.agent = agent;
    this.control = control;
    this.clock = clock;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Findings.begin(request);
    request.setProperty(BEGIN, System.nanoTime());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (control.operation(request).isEmpty()) {
      journal.add(exchange(request, response));
    }
  }

  private Exchange exchange(ContainerRequestContext request, ContainerResponseContext response) {
    Findings findings = Findings.of(request);
    return new Exchange(
        clock.instant(),
        RequestIdFilter.of(request),
        request.getMethod(),
        Routes.normal(request.getUriInfo().getRequestUri().getRawPath()),
        agent.operation(request).map(Operation::id),
        response.getStatus(),
        name(request.getMediaType()),
        response.hasEntity() ? name(response.getMediaType()) : Optional.empty(),
        duration(request),
        findings.breaches().stream()
            .map(b -> new Finding(b.side(), b.violation().shortPointer(), b.violation().rule()))
            .toList(),
        findings.unknown().stream().map(Violation::shortPointer).toList(),
        findings.otherCase().stream().map(Violation::shortPointer).toList());
  }

  private static Duration duration(ContainerRequestContext request) {
    return request.getProperty(BEGIN) instanceof Long begin
        ? Duration.ofNanos(System.nanoTime() - begin)
        : Duration.ZERO;
  }

  private static Optional<String> name(@Nullable MediaType type) {
    return Optional.ofNullable(type).map(t -> t.getType() + "/" + t.getSubtype());
  }
}
