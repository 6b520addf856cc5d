package org.hiwar.sms.smpp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives what a message centre delivers its external ids. SMPP has none: a centre that did not hear
/// our answer sends the same bytes again, and so does a customer who writes *ok* twice. So the same
/// bytes count as the same message only while the centre may not have had our answer: it is still
/// pending, it was a refusal, it was late, or the session broke soon after it.
///
/// After a restart nothing of this is known. Then the id itself decides: it names the bytes, ten
/// minutes, and which one of the same it is in them.
final class Repeats {
  /// An answer later than this may have come after the centre had given up waiting.
  private static final Duration LATE = Duration.ofSeconds(5);
  /// An answer that was given less than this before the session broke may be lost.
  private static final Duration LOST_WITHIN = Duration.ofSeconds(60);

  private static final class Seen {
    final String id;
    final long bucket;
    long session;
    Instant at;
    @Nullable Instant storedAt;

    Seen(String id, long bucket, long session, Instant at) {
      this.id = id;
      this.bucket = bucket;
      this.session = session;
      this.at = at;
    }
  }

  /// By their bytes, those that came first in front.
  private final Map<String, List<Seen>> seen = new LinkedHashMap<>();
  private final Map<Long, Instant> ended = new HashMap<>();

  /// The external id of a PDU that has come in `session`.
  synchronized String name(long session, byte[] pdu, Instant now) {
    forget(now);
    var content = hash(pdu);
    var same = seen.computeIfAbsent(content, _ -> new ArrayList<>());
    if (!same.isEmpty()) {
      var last = same.getLast();
      if (isRepeat(last, session)) {
        last.session = session;
        last.at = now;
        last.storedAt = null;
        return last.id;
      }
    }
    long bucket = now.getEpochSecond() / SmppLimits.REMEMBER_REPEATS.toSeconds();
    long before = same.stream().filter(one -> one.bucket == bucket).count();
    var id = content + "-" + bucket + (before == 0 ? "" : "-" + before);
    same.add(new Seen(id, bucket, session, now));
    return id;
  }

  private boolean isRepeat(Seen last, long session) {
    var stored = last.storedAt;
    if (stored == null) return true;
    if (stored.isAfter(last.at.plus(LATE))) return true;
    if (last.session == session) return false;
    var end = ended.get(last.session);
    return end == null || end.isBefore(stored.plus(LOST_WITHIN));
  }

  /// It is stored, and the centre has been told.
  synchronized void stored(String id, Instant now) {
    int end = id.indexOf('-');
    for (var one : seen.getOrDefault(id.substring(0, end), List.of()))
      if (one.id.equals(id)) one.storedAt = now;
  }

  synchronized void ended(long session, Instant now) {
    ended.put(session, now);
  }

  private void forget(Instant now) {
    var before = now.minus(SmppLimits.REMEMBER_REPEATS.multipliedBy(2));
    var oldest = seen.values().iterator();
    while (oldest.hasNext()) {
      var same = oldest.next();
      if (seen.size() < SmppLimits.REPEATS && !same.getLast().at.isBefore(before)) break;
      oldest.remove();
    }
    ended.values().removeIf(end -> end.isBefore(before));
  }

  /// Of everything but the header, whose number differs each time.
  private static String hash(byte[] pdu) {
    try {
      var content = Arrays.copyOfRange(pdu, Math.min(16, pdu.length), pdu.length);
      var hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
