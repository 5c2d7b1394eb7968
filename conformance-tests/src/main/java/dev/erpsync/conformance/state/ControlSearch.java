package dev.erpsync.conformance.state;

import java.util.Optional;

/**
 * What came of looking for the emulator control of a target.
 *
 * @param control the control; empty when there is none that can be used
 * @param status what the target answered
 */
public record ControlSearch(Optional<StateControl> control, int status) {
  /** Whether the target takes the credentials for wrong; it then will for every call. */
  public boolean credentialsRefused() {
    return status == 401;
  }

  /** Why there is no control, as a clause for people. */
  public String reason() {
    return switch (status) {
      case 401, 403 -> "The emulator control answers " + status;
      default -> "The server has no emulator control";
    };
  }
}
