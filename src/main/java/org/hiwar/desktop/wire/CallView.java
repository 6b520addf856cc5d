package org.hiwar.desktop.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How it stands with a call, since `since`.
///
/// `result` says what became of a call that was not simply talked and ended, or why a transfer to a
/// number did not come about while the call goes on; else null. `quality` is null while nobody
/// talks. `answeredAt` is when customer and agent first heard each other; null before.
/// `consultation` is null when nobody is asked in. `keys` are the last that the customer pressed in
/// this call, empty when there are none.
public record CallView(
    State state,
    Instant since,
    boolean muted,
    Recording recording,
    @Nullable Result result,
    @Nullable QualityView quality,
    @Nullable Instant answeredAt,
    @Nullable ConsultationView consultation,
    String keys) {

  /// A call that comes in is RINGING until an agent has it; while the customer is called through to
  /// a number it is HELD.
  public enum State {
    DIALLING,
    RINGING,
    CONNECTED,
    HELD,
    ENDED
  }

  public enum Recording {
    OFF,
    /// The customer is being told.
    ANNOUNCING,
    ON,
    PAUSED
  }

  public enum Result {
    BUSY,
    NO_ANSWER,
    DECLINED,
    NO_SUCH_NUMBER,
    UNREACHABLE,
    NOT_ALLOWED,
    FAILED,
    DROPPED,
    CANCELLED
  }

  /// `value` is the loss in percent or the delay in milliseconds; null for the others.
  public record QualityView(Kind kind, @Nullable Integer value) {
    public enum Kind {
      FINE,
      MICROPHONE_SILENT,
      NOTHING_ARRIVES,
      NETWORK_LOSES,
      NETWORK_DELAYS
    }
  }
}
