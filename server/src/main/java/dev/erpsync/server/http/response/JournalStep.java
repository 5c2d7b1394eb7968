package dev.erpsync.server.http.response;

import dev.erpsync.server.emulator.Exchange;
import dev.erpsync.server.emulator.Exchange.Finding;
import dev.erpsync.server.emulator.Journal;
import dev.erpsync.server.http.routing.Call;
import dev.erpsync.server.http.routing.Findings;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Violation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records every exchange when its response is ready, but those with the emulator control itself.
 * Nothing that may be a secret is recorded: no body, no query, no header but the media types.
 */
public final class JournalStep implements ResponseStep {
  private final Journal journal;
  private final Contract agent;
  private final Contract control;
  private final InstantSource clock;

  /**
   * A step.
   *
   * @param journal records the exchanges
   * @param agent the contract whose operations are named
   * @param control the contract whose exchanges are left out
   */
  public JournalStep(Journal journal, Contract agent, Contract control, InstantSource clock) {
    this.journal = journal;
    this.agent = agent;
    this.control = control;
    this.clock = clock;
  }

  @Override
  public void apply(Call call, ContainerRequestContext request, ContainerResponseContext response) {
    if (call.servedBy(control).isEmpty()) {
      journal.add(exchange(call, request, response));
    }
  }

  private Exchange exchange(
      Call call, ContainerRequestContext request, ContainerResponseContext response) {
    Findings findings = call.findings();
    return new Exchange(
        clock.instant(),
        call.id(),
        call.method(),
        call.path(),
        call.servedBy(agent).map(served -> served.operation().id()),
        response.getStatus(),
        name(request.getMediaType()),
        response.hasEntity() ? name(response.getMediaType()) : Optional.empty(),
        call.duration(),
        findings.breaches().stream()
            .map(b -> new Finding(b.side(), b.violation().shortPointer(), b.violation().rule()))
            .toList(),
        findings.unknown().stream().map(Violation::shortPointer).toList(),
        findings.otherCase().stream().map(Violation::shortPointer).toList());
  }

  private static Optional<String> name(@Nullable MediaType type) {
    return Optional.ofNullable(type).map(t -> t.getType() + "/" + t.getSubtype());
  }
}
