package dev.erpsync.server.access;

/** What an app's token, or the lack of one, means for the agent. (D16) */
public enum AppGrant {
  /** The call may go on. */
  GRANTED,
  /** A token is needed, and there is none or an unknown one. */
  UNKNOWN,
  /** The app may not use the agent. */
  NOT_GRANTED
}
