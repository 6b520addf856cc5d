package org.hiwar.voice.webrtc;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hiwar.voice.media.MediaLeg;
import org.hiwar.voice.media.PacketSink;

/// Joins two legs as simply as can be: packets go across as they are. A browser's own sequence
/// numbers and timestamps go on from one call to the next, so there is nothing to continue.
final class Joined implements PacketSink {
  private static final int HEADER = 12;

  private final MediaLeg from;
  private final MediaLeg to;

  /// The events of RFC 4733 that went across, one for each of their packets.
  private final Queue<Integer> events = new ConcurrentLinkedQueue<>();

  private Joined(MediaLeg from, MediaLeg to) {
    this.from = from;
    this.to = to;
  }

  static Joined join(MediaLeg from, MediaLeg to) {
    var joined = new Joined(from, to);
    from.deliverTo(joined);
    return joined;
  }

  Queue<Integer> events() {
    return events;
  }

  @Override
  public void packet(byte[] bytes, int offset, int length) {
    int type = bytes[offset + 1] & 0x7f;
    if (type == from.payloads().telephoneEvent()) events.add((int) bytes[offset + HEADER]);
    to.send(bytes, length);
  }
}
