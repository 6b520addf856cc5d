package org.hiwar.voice.media.rtp;

/// Is told what befalls a leg, on the thread that reads its sockets; it must not block.
@FunctionalInterface
public interface TrunkListener {
  TrunkListener NONE = _ -> {};

  /// The far end was to send audio and has not for the time-out. Told once, and again only after
  /// audio came, or a new SDP.
  void silent(TrunkPort port);
}
