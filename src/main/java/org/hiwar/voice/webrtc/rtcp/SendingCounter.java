package org.hiwar.voice.webrtc.rtcp;

import java.nio.ByteBuffer;

/// Counts what we send.
final class SendingCounter {
  private static final int HEADER = 12;

  private int packets;
  private int octets;
  private int lastTimestamp;
  private long lastAt;
  private int packetsBefore;

  synchronized void sent(byte[] packet, int length, long now) {
    packets++;
    octets += length - HEADER;
    lastTimestamp = ByteBuffer.wrap(packet).getInt(4);
    lastAt = now;
  }

  /// Whether anything was sent since the last question.
  synchronized boolean isActive() {
    boolean active = packets != packetsBefore;
    packetsBefore = packets;
    return active;
  }

  /// Writes the sender's part of a report
  /// ([RFC 3550 section 6.4.1](https://www.rfc-editor.org/rfc/rfc3550#section-6.4.1)).
  synchronized void report(ByteBuffer into, long now) {
    into.putLong(MediaClock.ntp(now));
    into.putInt(lastTimestamp + (int) MediaClock.units(now - lastAt));
    into.putInt(packets).putInt(octets);
  }
}
