package org.hiwar.voice.media.rtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.hiwar.voice.media.MediaLimits;
import org.hiwar.voice.media.Rtp;
import org.jspecify.annotations.Nullable;

/// The way out of a leg: puts in the synchronisation source, counts, and sends where it is aimed.
final class Sending {
  private final DatagramChannel channel;
  private final Reports reports;
  private final ByteBuffer out = ByteBuffer.allocateDirect(MediaLimits.DATAGRAM);
  private @Nullable InetSocketAddress target;
  private boolean allowed = true;

  Sending(DatagramChannel channel, Reports reports) {
    this.channel = channel;
    this.reports = reports;
  }

  /// Null: nowhere.
  synchronized void aim(@Nullable InetSocketAddress newTarget) {
    target = newTarget;
  }

  /// Whether the far end wants audio at all.
  synchronized void allow(boolean wanted) {
    allowed = wanted;
  }

  synchronized void send(byte[] packet, int length, long now) {
    if (target == null || !allowed || length > MediaLimits.DATAGRAM) return;
    Rtp.setSsrc(packet, 0, reports.ssrc());
    out.clear().put(packet, 0, length).flip();
    try {
      channel.send(out, target);
    } catch (IOException _) {
      return; // A port that is closed, or a network that is away: lost, as packets are.
    }
    reports.sent(Rtp.timestamp(packet, 0), length - Rtp.HEADER, now);
  }
}
