package org.hiwar.voice.sip;

/// A call with the other side, whoever began it. Nothing here waits: what is asked for is done on
/// the thread of the call, and what comes of it is told by a [SipEvent]. What no longer fits is
/// ignored, because both sides act at once.
public interface SipCall {
  /// Unlike every other of this process; for logs and tables.
  String id();

  /// Ends the call in whatever state it is, with CANCEL, BYE or a final response.
  void hangUp();

  /// Offers anew in an answered call. While the other side offers too, it is tried again by itself
  /// (RFC 3261 section 14.1).
  void offer(String sdp);

  /// Answers [SipEvent.Reoffered]; a whole offer when there was none in it.
  void answerOffer(String sdp);

  /// [SipEvent.Reoffered] does not suit; the call goes on as before.
  void refuseOffer();

  /// Asks the other side to call somebody else instead of us (a blind transfer).
  void refer(DialString to);

  /// Says to who sent [SipEvent.Referred] how it goes with the other call: 100, 180, 200, or why
  /// not. 200 and above is the last word.
  void tellReferrer(int status);
}
