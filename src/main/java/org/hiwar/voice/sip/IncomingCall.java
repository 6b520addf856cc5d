package org.hiwar.voice.sip;

import org.hiwar.voice.sdp.RemoteAudio;
import org.jspecify.annotations.Nullable;

/// A call that has come in and waits for an answer.
public interface IncomingCall extends SipCall {
  Source source();

  /// Unknown for a phone of ours, which is known by [#source].
  Caller caller();

  /// What was dialled.
  DialString called();

  /// Null when the caller leaves the offer to us: then [#answer] takes an offer, and
  /// [SipEvent.Answered] brings the answer.
  @Nullable RemoteAudio offer();

  void ringing();

  /// Audio before the answer (183). May be followed by the same description in the answer, which is
  /// what telephones expect.
  void progress(String sdp);

  void answer(String sdp);

  /// Turns the call away.
  ///
  /// @param status of 400 to 699: 486 busy, 480 nobody there, 603 declined, 503 no room
  void refuse(int status);

  /// Where a call comes from; checked before anybody is told of it.
  sealed interface Source {
    record OfTrunk(TrunkId trunk) implements Source {}

    record OfPhone(String user) implements Source {}
  }
}
