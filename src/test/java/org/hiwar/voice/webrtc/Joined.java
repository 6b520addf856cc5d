package org.hiwar.voice.webrtc;

import java.nio.ByteBuffer;
import org.hiwar.voice.media.MediaLeg;
import org.hiwar.voice.media.PacketSink;

/// Joins two legs as simply as can be: packets go across with sequence numbers and timestamps of a
/// stream that never breaks off.
final class Joined implements PacketSink {
  private final MediaLeg to;
  private int lastIn = -1;
  private int sequence;
  private int timestamp;

  private Joined(MediaLeg to) {
    this.to = to;
  }

  static void join(MediaLeg one, MediaLeg other) {
    one.deliverTo(new Joined(other));
    other.deliverTo(new Joined(one));
  }

  static void part(MediaLeg one, MediaLeg other) {
    one.deliverTo(PacketSink.NOTHING);
    other.deliverTo(PacketSink.NOTHING);
  }

  @Override
  public void packet(byte[] bytes, int offset, int length) {
    to.send(bytes, length);
  }
}
