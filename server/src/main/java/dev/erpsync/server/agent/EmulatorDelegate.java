package dev.erpsync.server.agent;

import dev.erpsync.server.access.Sessions;
import dev.erpsync.server.access.User;
import dev.erpsync.server.api.EmulatorApiDelegate;
import dev.erpsync.server.emulator.EmulatorService;
import dev.erpsync.server.emulator.Journal;
import dev.erpsync.server.model.EmulatorJournal;
import dev.erpsync.server.model.EmulatorState;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The operations of the emulator control. */
public final class EmulatorDelegate implements EmulatorApiDelegate {
  private final EmulatorService emulator;
  private final Journal journal;
  private final Sessions sessions;
  private final boolean encrypted;

  /**
   * A delegate.
   *
   * @param encrypted whether the server speaks TLS, so that its cookies may never travel without
   */
  public EmulatorDelegate(
      EmulatorService emulator, Journal journal, Sessions sessions, boolean encrypted) {
    this.emulator = emulator;
    this.journal = journal;
    this.sessions = sessions;
    this.encrypted = encrypted;
  }

  @Override
  public void reset(User caller) {
    emulator.reset();
    journal.clear();
  }

  @Override
  public void seed(User caller, EmulatorState state) {
    emulator.seed(List.of(StateMapping.toDomain(state)));
  }

  @Override
  public EmulatorState state(User caller) {
    return StateMapping.toWire(emulator.state());
  }

  @Override
  public EmulatorJournal journal(User caller) {
    return JournalMapping.toWire(journal);
  }

  /** Scripts may read the token, which they have to repeat, but not the session. (D16) */
  @Override
  public Response session(User caller) {
    Sessions.Opened session = sessions.open(caller);
    int seconds = Math.toIntExact(session.lifetime().toSeconds());
    return Response.noContent()
        .cookie(cookie("ASP.NET_SessionId", session.id(), seconds).httpOnly(true).build())
        .cookie(cookie("XSRF-TOKEN", session.xsrfToken(), seconds).build())
        .build();
  }

  private NewCookie.Builder cookie(String name, String value, int seconds) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .secure(encrypted)
        .sameSite(SameSite.STRICT);
  }
}
