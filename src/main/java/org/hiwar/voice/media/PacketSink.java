package org.hiwar.voice.media;

/// Takes RTP packets. The bytes belong to the caller and change after the call returns.
@FunctionalInterface
public interface PacketSink {
  PacketSink NOTHING = (_, _, _) -> {};

  void packet(byte[] bytes, int offset, int length);
}
