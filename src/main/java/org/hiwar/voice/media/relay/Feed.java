package org.hiwar.voice.media.relay;

import org.hiwar.voice.media.PacketSink;

/// Something that is heard at one place: the other side of a bridge, music, a mixer.
///
/// It gives RTP packets with sequence numbers and timestamps of its own; loss and silence in it are
/// kept.
public interface Feed extends PacketSink, AutoCloseable {
  /// Whether it is still what is heard there. Once false it never becomes true again, and its
  /// packets are dropped.
  boolean isHeard();

  /// Ends it; where it was heard it is silent then. May be called twice, and after it was
  /// displaced.
  @Override
  void close();
}
