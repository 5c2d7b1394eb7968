package dev.erpsync.server.http;

import dev.erpsync.server.connection.SaveOutcome;
import dev.erpsync.server.link.LinkOutcome;
import dev.erpsync.server.outcome.Refusal;
import java.util.Map;
import java.util.Optional;

/**
 * The one table from what went wrong to the answer (D5, D6). Only SoNotFoundException is a
 * documented type.
 */
final class ProblemTable {
  private static final String NOT_FOUND = "SoNotFoundException";
  private static final String ILLEGAL = "SoIllegalOperationException";
  private static final String RIGHTS = "SoSentryException";
  private static final String ARGUMENT = "ArgumentException";
  private static final String FAULT = "SoException";

  private static final Map<Class<? extends Refusal>, Problem> OUTCOMES =
      Map.of(
          LinkOutcome.NoConnection.class, new Problem(404, NOT_FOUND),
          LinkOutcome.NoAccess.class, new Problem(403, RIGHTS),
          LinkOutcome.PairNotAllowed.class, new Problem(409, ILLEGAL),
          LinkOutcome.CrmActorTaken.class, new Problem(409, ILLEGAL),
          LinkOutcome.ErpActorTaken.class, new Problem(409, ILLEGAL),
          LinkOutcome.NotLinked.class, new Problem(409, ILLEGAL),
          SaveOutcome.NoSuchConnection.class, new Problem(404, NOT_FOUND),
          SaveOutcome.NoSuchConnector.class, new Problem(404, NOT_FOUND),
          SaveOutcome.ConnectionIdTaken.class, new Problem(409, ILLEGAL));

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
          Map.entry(429, ILLEGAL),
          Map.entry(431, ARGUMENT),
          Map.entry(505, ARGUMENT));

  private ProblemTable() {}

  /** The answer to a refusal; empty when the table lacks a row, which a test forbids. */
  static Optional<Problem> of(Class<? extends Refusal> refusal) {
    return Optional.ofNullable(OUTCOMES.get(refusal));
  }

  /** The answer with a status that HTTP itself asks for. */
  static Problem of(int status) {
    return new Problem(status, STATUSES.getOrDefault(status, FAULT));
  }
}
