package dev.erpsync.server.agent;

import dev.erpsync.server.access.Sessions;
import dev.erpsync.server.access.User;
import dev.erpsync.server.api.EmulatorApiDelegate;
import dev.erpsync.server.emulator.EmulatorService;
import dev.erpsync.server.model.EmulatorState;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The operations of the emulator control. */
public final class EmulatorDelegate implements EmulatorApiDelegate {
  private final EmulatorService emulator;
  private final Sessions sessions;

  public EmulatorDelegate(EmulatorService emulator, Sessions sessions) {
    this.emulator = emulator;
    this.sessions = sessions;
  }

  @Override
  public void reset(User caller) {
    emulator.reset();
  }

  @Override
  public void seed(User caller, EmulatorState state) {
    emulator.seed(List.of(StateMapping.toDomain(state)));
  }

  @Override
  public EmulatorState state(User caller) {
    return StateMapping.toWire(emulator.state());
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

  private static NewCookie.Builder cookie(String name, String value, int seconds) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .sameSite(SameSite.STRICT);
  }
}
