package dev.erpsync.server.http.error;

import dev.erpsync.server.http.routing.Breach;
import dev.erpsync.spec.Violation;
import java.util.List;

/**
 * A request that cannot be understood; the message says where and why, and never what the value
 * was. (D5)
 */
public final class MalformedRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Violation SYNTAX = new Violation("", "syntax", "not well-formed", "nothing");

  // Never serialized.
  private final transient List<Breach> breaches;

  /**
   * A request that is not well-formed.
   *
   * @param detail the side, a colon, and what is wrong
   */
  public MalformedRequestException(String detail) {
    this(detail, List.of(new Breach(detail.split(":", 2)[0], SYNTAX)));
  }

  /** A request that breaks the contract. */
  public MalformedRequestException(List<Breach> breaches) {
    this(Breach.describe(breaches), breaches);
  }

  private MalformedRequestException(String detail, List<Breach> breaches) {
    super(detail, null, false, false);
    this.breaches = List.copyOf(breaches);
  }

  /**
   * Refuses what breaks the contract.
   *
   * @param side the part of the request
   * @param violations what it breaks; nothing happens when that is nothing
   */
  public static void refuse(String side, List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new MalformedRequestException(Breach.all(side, violations));
    }
  }

  /** The text of MessageDetail. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** The rules that are broken. */
  public List<Breach> breaches() {
    return breaches;
  }
}
