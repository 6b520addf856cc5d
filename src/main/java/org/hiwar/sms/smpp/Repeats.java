package org.hiwar.sms.smpp;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives what a message centre delivers its external ids. SMPP has none: a centre that did not hear
/// our answer sends the same bytes again, and so does a customer who writes *ok* twice. So the same
/// bytes count as the same message only while the centre may not have had our answer: it is still
/// pending, it was a refusal, it was late, or the session broke soon after it.
///
/// After a restart the same holds: what was stored shortly before the last sign of life of the
/// process before is recalled from the database ([#recall]).
final class Repeats {
  /// An answer later than this may have come after the centre had given up waiting. Until then the
  /// centre waits for it, and the same bytes are another message.
  private static final Duration LATE = Duration.ofSeconds(5);
  /// An answer that was given less than this before the session broke may be lost.
  static final Duration LOST_WITHIN = Duration.ofSeconds(60);
  /// Of the process before this one; the sessions of a line are counted from 1.
  private static final long BEFORE = 0;

  /// What was stored before this process began.
  record Earlier(String id, Instant storedAt) {}

  private static final class Seen {
    final String id;
    long session;
    Instant at;
    /// When the centre was told that it is stored. Null: it was not.
    @Nullable Instant answeredAt;
    boolean refused;

    Seen(String id, long session, Instant at) {
      this.id = id;
      this.session = session;
      this.at = at;
    }
  }

  /// So that no other process gives the same names.
  private final String run = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
  private long count;
  /// By their bytes, those that came first in front.
  private final Map<String, List<Seen>> seen = new LinkedHashMap<>();
  private final Map<Long, Instant> ended = new HashMap<>();

  /// To be called once, first: what was stored in the last minute before `ended`, when the process
  /// before this one was seen alive for the last time, and after it.
  synchronized void recall(List<Earlier> earlier, Instant ended, Instant now) {
    this.ended.put(BEFORE, ended);
    for (var one : earlier) {
      int end = one.id.indexOf('-');
      if (end < 0) continue; // given by somebody else
      var before = new Seen(one.id, BEFORE, now);
      before.answeredAt = one.storedAt;
      seen.computeIfAbsent(one.id.substring(0, end), _ -> new ArrayList<>()).add(before);
    }
  }

  /// The external id of a PDU that has come in `session`.
  synchronized String name(long session, byte[] pdu, Instant now) {
    forget(now);
    var content = hash(pdu);
    var same = seen.computeIfAbsent(content, _ -> new ArrayList<>());
    var before = repeated(same, session, now);
    if (before.isPresent()) {
      var one = before.get();
      one.session = session;
      one.at = now;
      one.answeredAt = null;
      one.refused = false;
      return one.id;
    }
    same.removeIf(one -> one.answeredAt != null); // none of them is asked for any more
    var id = content + "-" + run + "-" + ++count;
    same.add(new Seen(id, session, now));
    return id;
  }

  /// What certainly had no answer is certainly sent again. Of those that were answered the last:
  /// of two that were, rather both are shown than one is lost.
  private Optional<Seen> repeated(List<Seen> same, long session, Instant now) {
    var open = same.stream().filter(one -> hadNoAnswer(one, session, now)).findFirst();
    if (open.isPresent() || same.isEmpty()) return open;
    return Optional.of(same.getLast()).filter(last -> answerMayBeLost(last, session));
  }

  private static boolean hadNoAnswer(Seen one, long session, Instant now) {
    if (one.answeredAt != null) return false;
    return one.refused || one.session != session || !now.isBefore(one.at.plus(LATE));
  }

  private boolean answerMayBeLost(Seen last, long session) {
    var answered = last.answeredAt;
    if (answered == null) return false;
    if (answered.isAfter(last.at.plus(LATE))) return true;
    if (last.session == session) return false;
    var end = ended.get(last.session);
    return end == null || end.isBefore(answered.plus(LOST_WITHIN));
  }

  /// It is stored, and the centre has been told so.
  synchronized void answered(String id, Instant now) {
    for (var one : named(id)) one.answeredAt = now;
  }

  /// Whether it is stored or not, the centre has been told to send it again.
  synchronized void refused(String id) {
    for (var one : named(id)) one.refused = true;
  }

  private List<Seen> named(String id) {
    return seen.getOrDefault(id.substring(0, id.indexOf('-')), List.of()).stream()
        .filter(one -> one.id.equals(id))
        .toList();
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
