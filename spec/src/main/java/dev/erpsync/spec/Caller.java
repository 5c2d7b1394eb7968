package dev.erpsync.spec;

import java.util.Locale;

/** Who makes the call of a {@link Case}. In a file of cases the words are in camel case. */
public enum Caller {
  /** The user of the documented sample, or who is named in that user's place. */
  DOCUMENTED,
  /** Nobody: no credentials at all. */
  NONE,
  /** A user that nobody knows; another one in every case, so that nobody real is slowed down. */
  WRONG,
  /** As {@link #DOCUMENTED}, with a password that is one character too long. */
  MISTYPED,
  /** A user who may sign in, and may not do what the sample asks. */
  LIMITED,
  /** {@code Authorization: SoTicket}. */
  TICKET,
  /** {@code Authorization: Bearer}. */
  TOKEN,
  /** A session cookie with its XSRF token, and no Authorization. */
  SESSION,
  /** As {@link #DOCUMENTED}, and {@code SO-AppToken} of an app that may use the agent. */
  APP_TOKEN,
  /** As {@link #DOCUMENTED}, and {@code SO-AppToken} of an app that may not use the agent. */
  OTHER_APP;

  static Caller of(String word) {
    return valueOf(word.replaceAll("(\\p{Lu})", "_$1").toUpperCase(Locale.ROOT));
  }
}
