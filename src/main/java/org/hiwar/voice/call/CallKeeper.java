package org.hiwar.voice.call;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.hiwar.conversation.Direction;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the detail record of one call, in memory and in the database. What cannot be written at
/// the moment does not disturb the call: it is in the next change, and the end is tried until it is
/// kept. Used by the thread of the call alone.
final class CallKeeper {
  static final Logger LOG = LoggerFactory.getLogger(CallKeeper.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final CallOffice office;
  private final CallKey call;
  private CallDetail detail;
  private @Nullable Instant togetherSince;

  CallKeeper(CallOffice office, CallKey call, CallDetail detail) {
    this.office = office;
    this.call = call;
    this.detail = detail;
  }

  /// Fails when it cannot be written: without a record there is no call.
  void begin() {
    office.details().begin(call.workspace(), detail);
  }

  /// Who is at the other end, as an agent's phone shows it.
  Caller with() {
    var number = detail.direction() == Direction.INBOUND ? detail.caller() : detail.called();
    return DialString.parse(number).<Caller>map(Caller.Number::new).orElseGet(Caller.Unknown::new);
  }

  boolean answered() {
    return detail.answered() != null;
  }

  /// When customer and agent first heard each other; null before.
  @Nullable Instant joinedAt() {
    return detail.joined();
  }

  void noteAnswered() {
    detail = with(now(), detail.joined(), detail.forwardedTo(), null);
    var unused = keep();
  }

  void joined() {
    if (togetherSince != null) return;
    togetherSince = now();
    if (detail.joined() != null) return;
    detail = with(detail.answered(), now(), detail.forwardedTo(), null);
    var unused = keep();
  }

  void parted() {
    var since = togetherSince;
    if (since == null) return;
    togetherSince = null;
    var talked = detail.talked().plus(Duration.between(since, now()));
    detail =
        new CallDetail(
            detail.id(),
            detail.direction(),
            detail.caller(),
            detail.called(),
            detail.trunk(),
            detail.sipCall(),
            detail.began(),
            detail.answered(),
            detail.joined(),
            talked,
            detail.forwardedTo(),
            null,
            null,
            null,
            null);
  }

  void forwarded(String number) {
    detail = with(detail.answered(), detail.joined(), number, null);
    var unused = keep();
  }

  /// Waits until it is kept, or so long that the next start has to give the call its end.
  void end(CallEnd end) {
    parted();
    detail = with(detail.answered(), detail.joined(), detail.forwardedTo(), end);
    for (int i = 0; i < CallLimits.TRIES; i++) {
      if (keep().join()) return;
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    LOG.error("The end of call {} was not kept", call.interaction());
  }

  private CompletableFuture<Boolean> keep() {
    return office.details().change(call.workspace(), detail);
  }

  private Instant now() {
    return office.clock().instant();
  }

  private CallDetail with(
      @Nullable Instant answered,
      @Nullable Instant joined,
      @Nullable String forwardedTo,
      @Nullable CallEnd end) {
    return new CallDetail(
        detail.id(),
        detail.direction(),
        detail.caller(),
        detail.called(),
        detail.trunk(),
        detail.sipCall(),
        detail.began(),
        answered,
        joined,
        detail.talked(),
        forwardedTo,
        end == null ? null : now(),
        end == null ? null : end.by(),
        end == null ? null : end.cause(),
        end == null ? null : end.result());
  }
}
