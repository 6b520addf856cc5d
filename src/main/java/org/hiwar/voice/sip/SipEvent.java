package org.hiwar.voice.sip;

import org.hiwar.voice.sdp.RemoteAudio;
import org.jspecify.annotations.Nullable;

/// What happens to a call, in order. [Refused] and [Ended] are the last event of a call, and every
/// call has exactly one of them.
public sealed interface SipEvent {
  /// It rings at the other side.
  record Ringing() implements SipEvent {}

  /// Audio before the answer, such as an announcement of the network (183).
  record Progress(RemoteAudio audio) implements SipEvent {}

  /// A trunk could not do it and the next one is tried.
  record FailedOver(TrunkId from, Refusal why) implements SipEvent {}

  /// The other side has answered; or, when we answered an invitation without an offer, has answered
  /// ours.
  record Answered(RemoteAudio audio) implements SipEvent {}

  record Refused(Refusal why) implements SipEvent {}

  /// The other side offers anew, to hold or to retrieve for instance; it waits for
  /// [SipCall#answerOffer] or [SipCall#refuseOffer].
  ///
  /// @param audio null when it asks us to make the offer
  record Reoffered(@Nullable RemoteAudio audio) implements SipEvent {}

  /// Our new offer holds.
  record OfferAccepted(RemoteAudio audio) implements SipEvent {}

  /// Everything stays as it was before our new offer.
  record OfferRefused(Refusal why) implements SipEvent {}

  /// The other side asks us to connect it with somebody else (RFC 3515) and wants to be told by
  /// [SipCall#tellReferrer] how it goes.
  record Referred(DialString to) implements SipEvent {}

  /// How the transfer goes that we asked for.
  ///
  /// @param status of the call that the other side makes; 100 when it has begun
  /// @param last whether nothing more will be said
  record ReferProgress(int status, boolean last) implements SipEvent {}

  /// A key told by INFO; keys in the audio do not come here.
  record KeyPressed(char key, int durationMs) implements SipEvent {}

  record Ended(By by, Cause cause) implements SipEvent {}

  enum By {
    US,
    FAR_END,
    /// Nobody wanted it: something between us broke.
    NETWORK
  }

  enum Cause {
    HUNG_UP,
    /// Given up by the caller before an answer.
    CANCELLED,
    /// We refused it.
    REFUSED,
    /// Nobody answered it in time.
    NOT_ANSWERED,
    /// Our answer was never confirmed (RFC 3261 section 13.3.1.4).
    NOT_CONFIRMED,
    /// The other side no longer knows the call or answers nothing.
    LOST,
    /// It has lasted as long as a call may.
    TOO_LONG,
    /// More came for it than can be kept.
    OVERLOADED,
    /// The endpoint is closed.
    CLOSED,
    FAULT
  }
}
