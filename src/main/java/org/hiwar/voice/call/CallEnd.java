package org.hiwar.voice.call;

import org.hiwar.conversation.EndedBy;
import org.hiwar.voice.sip.Refusal;
import org.hiwar.voice.sip.SipEvent;
import org.jspecify.annotations.Nullable;

/// How a call ended, for its record.
///
/// @param result null when it was simply talked and ended
public record CallEnd(EndedBy by, Cause cause, @Nullable CallResult result) {
  public enum Cause {
    HUNG_UP,
    /// Given up before an answer.
    CANCELLED,
    /// The called party or the network did not take it.
    REFUSED,
    NOT_ANSWERED,
    /// Audio was to come and did not.
    SILENT,
    /// The other side no longer knew it, or answered nothing.
    LOST,
    /// What the agent telephones with was away, and nobody else could be found.
    NO_AGENT,
    TOO_LONG,
    OVERLOADED,
    /// The floor took the work away.
    WITHDRAWN,
    /// Hiwar was stopped in order.
    CLOSED,
    /// Hiwar came to a sudden end during the call.
    DROPPED,
    FAULT
  }

  static CallEnd of(Refusal why) {
    return new CallEnd(EndedBy.SYSTEM, Cause.REFUSED, CallResult.of(why.why()));
  }

  /// What the signalling says.
  ///
  /// @param talked whether it had been answered
  static CallEnd of(SipEvent.Ended ended, boolean talked) {
    var by =
        switch (ended.by()) {
          case FAR_END -> EndedBy.CUSTOMER;
          case US, NETWORK -> EndedBy.SYSTEM;
        };
    return switch (ended.cause()) {
      case HUNG_UP -> new CallEnd(by, Cause.HUNG_UP, talked ? null : CallResult.CANCELLED);
      case CANCELLED -> new CallEnd(by, Cause.CANCELLED, CallResult.CANCELLED);
      case REFUSED -> new CallEnd(by, Cause.REFUSED, CallResult.FAILED);
      case NOT_ANSWERED -> new CallEnd(by, Cause.NOT_ANSWERED, CallResult.NO_ANSWER);
      case NOT_CONFIRMED, LOST -> new CallEnd(by, Cause.LOST, CallResult.DROPPED);
      case TOO_LONG -> new CallEnd(by, Cause.TOO_LONG, CallResult.DROPPED);
      case OVERLOADED -> new CallEnd(by, Cause.OVERLOADED, CallResult.DROPPED);
      case CLOSED -> new CallEnd(by, Cause.CLOSED, CallResult.DROPPED);
      case FAULT -> new CallEnd(by, Cause.FAULT, CallResult.FAILED);
    };
  }

  static CallEnd hungUp(EndedBy by) {
    return new CallEnd(by, Cause.HUNG_UP, null);
  }

  static CallEnd cancelled(EndedBy by) {
    return new CallEnd(by, Cause.CANCELLED, CallResult.CANCELLED);
  }

  static CallEnd bySystem(Cause cause) {
    return new CallEnd(
        EndedBy.SYSTEM, cause, cause == Cause.FAULT ? CallResult.FAILED : CallResult.DROPPED);
  }
}
