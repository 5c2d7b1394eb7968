package dev.erpsync.server.access;

import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import com.password4j.HashingFunction;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slow hashes of passwords: Argon2id (RFC 9106) is made and checked, bcrypt is checked.
 * Thread-safe.
 */
public final class PasswordHashes {
  /** The least that OWASP's password storage cheat sheet recommends: 19 MiB, two passes. */
  private static final int MEMORY_KIB = 19_456;

  private static final int PASSES = 2;
  private static final int LENGTH = 32;
  private static final int SALT = 16;

  // Whoever writes the users file must not be able to make a login cost a minute or all memory.
  private static final int MOST_MEMORY_KIB = 262_144;
  private static final int MOST_PASSES = 16;
  private static final int MOST_LANES = 16;
  private static final int MOST_BCRYPT_COST = 16;

  private static final Pattern ARGON2ID =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})"
              + "\\$[A-Za-z0-9+/]{11,88}\\$[A-Za-z0-9+/]{22,88}");
  private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(\\d{2})\\$[./A-Za-z0-9]{53}");

  private PasswordHashes() {}

  /** The Argon2id hash of a password, in the PHC string format. */
  public static String hash(String password) {
    return Password.hash(password)
        .addRandomSalt(SALT)
        .with(Argon2Function.getInstance(MEMORY_KIB, PASSES, 1, LENGTH, Argon2.ID))
        .getResult();
  }

  /** Whether a hash has a form that is known, and does not cost more than a login may. */
  public static boolean isUsable(String hash) {
    Matcher argon2 = ARGON2ID.matcher(hash);
    if (argon2.matches()) {
      int memory = Integer.parseInt(argon2.group(1));
      int lanes = Integer.parseInt(argon2.group(3));
      return isBetween(memory, 8 * lanes, MOST_MEMORY_KIB)
          && isBetween(Integer.parseInt(argon2.group(2)), 1, MOST_PASSES)
          && isBetween(lanes, 1, MOST_LANES);
    }
    Matcher bcrypt = BCRYPT.matcher(hash);
    return bcrypt.matches() && isBetween(Integer.parseInt(bcrypt.group(1)), 4, MOST_BCRYPT_COST);
  }

  /** Whether a password has a usable hash. */
  static boolean match(String password, String hash) {
    HashingFunction function =
        BCRYPT.matcher(hash).matches()
            ? BcryptFunction.getInstanceFromHash(hash)
            : Argon2Function.getInstanceFromHash(hash);
    return Password.check(password, hash).with(function);
  }

  private static boolean isBetween(int value, int least, int most) {
    return least <= value && value <= most;
  }
}
