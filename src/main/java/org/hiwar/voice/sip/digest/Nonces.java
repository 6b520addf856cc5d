package org.hiwar.voice.sip.digest;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes nonces and knows its own again: the time, a random word, and a signature over both (RFC
/// 7616 section 5.10). Nothing is kept for a nonce until somebody answers it rightly; then its
/// counter is kept, so that an answer that was overheard cannot be used again.
public final class Nonces {
  private static final String SIGNATURE = "HmacSHA256";
  private static final int WORD = 8;
  private static final int SIGNED = 8 + WORD;
  private static final int SIGNATURE_BYTES = 16;
  /// Answered nonces whose counters are kept. When there are more the oldest is forgotten, and
  /// counts as too old from then on.
  private static final int KEPT = 50_000;

  private final Clock clock;
  private final RandomGenerator random;
  private final Duration life;
  private final SecretKeySpec key;
  private final Map<String, Integer> counters = new LinkedHashMap<>();
  private long forgottenUpTo = Long.MIN_VALUE;

  public Nonces(Clock clock, RandomGenerator random, Duration life) {
    this.clock = clock;
    this.random = random;
    this.life = life;
    var secret = new byte[32];
    random.nextBytes(secret);
    key = new SecretKeySpec(secret, SIGNATURE);
  }

  public enum Standing {
    GOOD,
    /// Ours, but too old.
    STALE,
    /// Not ours, or answered with this counter before.
    FORGED
  }

  public String next() {
    var word = new byte[WORD];
    random.nextBytes(word);
    var bytes = ByteBuffer.allocate(SIGNED + SIGNATURE_BYTES).putLong(clock.millis()).put(word);
    bytes.put(signature(bytes.array()), 0, SIGNATURE_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /// Whether a nonce can be answered now. To be asked before the digest is checked.
  public Standing standing(String nonce) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(nonce);
    } catch (IllegalArgumentException _) {
      return Standing.FORGED;
    }
    if (bytes.length != SIGNED + SIGNATURE_BYTES) return Standing.FORGED;
    var buffer = ByteBuffer.wrap(bytes);
    long made = buffer.getLong();
    var given = new byte[SIGNATURE_BYTES];
    buffer.position(SIGNED).get(given);
    var right = new byte[SIGNATURE_BYTES];
    System.arraycopy(signature(bytes), 0, right, 0, SIGNATURE_BYTES);
    if (!MessageDigest.isEqual(given, right)) return Standing.FORGED;
    boolean old = clock.millis() - made > life.toMillis();
    return old || wasForgotten(made) ? Standing.STALE : Standing.GOOD;
  }

  /// Takes the counter of an answer that was right; false when it does not grow, which is what a
  /// repeated answer looks like. An answer without a counter uses its nonce up.
  public synchronized boolean use(String nonce, int count) {
    var last = counters.get(nonce);
    if (last != null && count <= last) return false;
    counters.put(nonce, count);
    if (counters.size() > KEPT) {
      var oldest = counters.keySet().iterator();
      var gone = oldest.next();
      oldest.remove();
      forgottenUpTo = Math.max(forgottenUpTo, time(gone));
    }
    return true;
  }

  private synchronized boolean wasForgotten(long made) {
    return made <= forgottenUpTo;
  }

  private static long time(String nonce) {
    return ByteBuffer.wrap(Base64.getUrlDecoder().decode(nonce)).getLong();
  }

  private byte[] signature(byte[] bytes) {
    try {
      var mac = Mac.getInstance(SIGNATURE);
      mac.init(key);
      mac.update(bytes, 0, SIGNED);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + SIGNATURE, e);
    }
  }
}
