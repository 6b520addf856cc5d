package org.hiwar.voice.call;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The wish of an agent's telephone to send the customer on to a number
/// ([RFC 3515](https://www.rfc-editor.org/rfc/rfc3515)), one at a time, and what the telephone is
/// told of it. Used by the thread of the call alone.
final class PhoneReferral {
  static final int DECLINED = 603;
  private static final int ANSWERED = 200;
  private @Nullable IntConsumer tell;

  boolean isOpen() {
    return tell != null;
  }

  void begin(IntConsumer teller) {
    tell = teller;
  }

  /// The last word, of which nothing is left when the telephone did not wait for it.
  void over(int status) {
    var told = tell;
    tell = null;
    if (told != null) told.accept(status);
  }

  /// The call leaves a phase, and is in it still: its devices are there.
  void leaves(Phase before, Phase next, @Nullable CallResult failed) {
    if (!(before instanceof Phase.Forwarding) || next instanceof Phase.Forwarding) return;
    if (next instanceof Phase.HandedOver) tell = null;
    else over(next instanceof Phase.Forwarded ? ANSWERED : status(failed));
  }

  private static int status(@Nullable CallResult failed) {
    return switch (failed) {
      case BUSY -> 486;
      case DECLINED -> DECLINED;
      case NO_SUCH_NUMBER -> 404;
      case NOT_ALLOWED -> 403;
      case UNREACHABLE, FAILED, DROPPED -> 503;
      case NO_ANSWER, CANCELLED -> 480;
      case null -> 480;
    };
  }
}
