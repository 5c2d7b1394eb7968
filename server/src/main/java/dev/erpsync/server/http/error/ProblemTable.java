package dev.erpsync.server.http.error;

import dev.erpsync.server.connection.ConnectionOutcome;
import dev.erpsync.server.connection.SaveOutcome;
import dev.erpsync.server.connector.ConnectorOutcome;
import dev.erpsync.server.emulator.StateTooLarge;
import dev.erpsync.server.link.LinkOutcome;
import dev.erpsync.server.outcome.Refusal;
import dev.erpsync.server.store.StoreOutage;
import java.util.Map;
import java.util.Optional;

/**
 * The one table from what went wrong to the answer (D5, D6). Only SoNotFoundException is a
 * documented type.
 */
public final class ProblemTable {
  private static final String NOT_FOUND = "SoNotFoundException";
  private static final String ILLEGAL = "SoIllegalOperationException";
  private static final String RIGHTS = "SoSentryException";
  private static final String ARGUMENT = "ArgumentException";
  private static final String FAULT = "SoException";

  private static final Map<Class<? extends Refusal>, Problem> OUTCOMES =
      Map.ofEntries(
          Map.entry(LinkOutcome.NoConnection.class, new Problem(404, NOT_FOUND)),
          Map.entry(LinkOutcome.NoAccess.class, new Problem(403, RIGHTS)),
          Map.entry(LinkOutcome.PairNotAllowed.class, new Problem(409, ILLEGAL)),
          Map.entry(LinkOutcome.CrmActorTaken.class, new Problem(409, ILLEGAL)),
          Map.entry(LinkOutcome.ErpActorTaken.class, new Problem(409, ILLEGAL)),
          Map.entry(LinkOutcome.NotLinked.class, new Problem(409, ILLEGAL)),
          Map.entry(SaveOutcome.NoSuchConnection.class, new Problem(404, NOT_FOUND)),
          Map.entry(SaveOutcome.NoSuchConnector.class, new Problem(404, NOT_FOUND)),
          Map.entry(SaveOutcome.ConnectionIdTaken.class, new Problem(409, ILLEGAL)),
          Map.entry(ConnectionOutcome.Unknown.class, new Problem(404, NOT_FOUND)),
          Map.entry(ConnectionOutcome.Closed.class, new Problem(403, RIGHTS)),
          Map.entry(ConnectorOutcome.NoSuchConnector.class, new Problem(404, NOT_FOUND)),
          Map.entry(ConnectorOutcome.HasConnections.class, new Problem(409, ILLEGAL)),
          Map.entry(StateTooLarge.class, new Problem(409, ILLEGAL)),
          Map.entry(StoreOutage.Busy.class, new Problem(503, FAULT)),
          Map.entry(StoreOutage.Stopping.class, new Problem(503, FAULT)),
          Map.entry(StoreOutage.Unavailable.class, new Problem(503, FAULT)),
          Map.entry(StoreOutage.Contended.class, new Problem(503, FAULT)),
          Map.entry(StoreOutage.OutcomeUnknown.class, new Problem(503, FAULT)));

  private static final Map<Integer, String> STATUSES =
      Map.ofEntries(
          Map.entry(401, RIGHTS),
          Map.entry(403, RIGHTS),
          Map.entry(404, NOT_FOUND),
          Map.entry(405, ILLEGAL),
          Map.entry(406, ARGUMENT),
          Map.entry(408, ARGUMENT),
          Map.entry(409, ILLEGAL),
          Map.entry(413, ARGUMENT),
          Map.entry(414, ARGUMENT),
          Map.entry(415, ARGUMENT),
          Map.entry(417, ARGUMENT),
          Map.entry(421, ARGUMENT),
          Map.entry(429, ILLEGAL),
          Map.entry(431, ARGUMENT),
          Map.entry(505, ARGUMENT));

  private ProblemTable() {}

  /** The answer to a refusal; empty when the table lacks a row, which a test forbids. */
  public static Optional<Problem> of(Class<? extends Refusal> refusal) {
    return Optional.ofNullable(OUTCOMES.get(refusal));
  }

  /** The answer with a status that HTTP itself asks for. */
  public static Problem of(int status) {
    return new Problem(status, STATUSES.getOrDefault(status, FAULT));
  }
}
