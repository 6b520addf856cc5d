package org.hiwar.workspace.access;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hiwar.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Passwords are kept as Argon2id with OWASP's first choice of parameters (19 MiB, two passes, one
/// lane).
///
/// Each check takes those 19 MiB and tens of milliseconds of a core, so only as many run at once as
/// there are cores: a flood of log-ins waits, then is told to come back, and cannot eat the memory.
@Component
public class Passwords {
  static final int SHORTEST = 8;
  static final int LONGEST = 256;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
  private final Semaphore atOnce =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
  private final String hashOfNobody = encoder.encode("the password of nobody");

  public String hash(String password) {
    return oneAtATime(() -> String.valueOf(encoder.encode(password)));
  }

  /// Takes the same time for a user who does not exist (`hash` null), and is false for him.
  boolean matches(String password, @Nullable String hash) {
    if (password.length() > LONGEST) return false;
    boolean same = oneAtATime(() -> encoder.matches(password, hash == null ? hashOfNobody : hash));
    return same && hash != null;
  }

  /// Whether the hash was made with parameters of earlier days.
  boolean outdated(String hash) {
    return encoder.upgradeEncoding(hash);
  }

  /// Refuses what is too short, too long, or made of the log-in name. No rule about kinds of
  /// characters: length is what helps.
  public void requireGood(String password, String login) {
    if (password.codePointCount(0, password.length()) < SHORTEST)
      throw Refusal.invalid(
          "password-too-short", "Choose a password of at least " + SHORTEST + " characters.");
    if (password.length() > LONGEST)
      throw Refusal.invalid(
          "password-too-long", "Choose a password of at most " + LONGEST + " characters.");
    if (password.toLowerCase(Locale.ROOT).contains(login)
        || password.chars().distinct().count() < 4)
      throw Refusal.invalid(
          "password-too-easy",
          "This password is easy to guess. Choose one without the log-in name and without"
              + " repetition.");
  }

  private <T> T oneAtATime(Supplier<T> work) {
    try {
      if (!atOnce.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) throw busy();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      atOnce.release();
    }
  }

  private static Refusal busy() {
    return Refusal.unavailable(
        "busy", "Too many people are logging in at this moment. Try again in a few seconds.");
  }
}
