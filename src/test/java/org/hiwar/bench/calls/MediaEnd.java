package org.hiwar.bench.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.hiwar.voice.media.Rtp;
import org.hiwar.voice.webrtc.srtp.SrtpReceiver;
import org.hiwar.voice.webrtc.srtp.SrtpSender;
import org.jspecify.annotations.Nullable;

/// One end of calls with a socket of its own: speaks when it is told to and measures what it hears;
/// in the clear until it has keys.
class MediaEnd implements Metronome.Talker {
  private final DatagramChannel channel;
  private final Speech speech;
  private final DelayMeter hears;
  private final DelayMeter isHeard;

  /// What is encrypted in place, because the next packet is made from the one before it.
  private final byte[] packet = new byte[Speech.ROOM];

  private final ByteBuffer out = ByteBuffer.allocateDirect(Speech.ROOM);
  private volatile @Nullable InetSocketAddress target;
  private volatile @Nullable Keys keys;
  private volatile boolean speaking;

  private record Keys(SrtpSender sender, SrtpReceiver receiver) {}

  /// Where the delays of what is said here and there are kept.
  record Meters(DelayMeter hears, DelayMeter isHeard) {}

  MediaEnd(InetAddress at, int ssrc, Meters meters, Ears ears) throws IOException {
    speech = new Speech(ssrc);
    hears = meters.hears();
    isHeard = meters.isHeard();
    channel = DatagramChannel.open().bind(new InetSocketAddress(at, 0));
    ears.listen(channel, this);
  }

  int port() {
    return channel.socket().getLocalPort();
  }

  void aim(InetSocketAddress at) {
    target = at;
  }

  void secure(SrtpSender sender, SrtpReceiver receiver) {
    keys = new Keys(sender, receiver);
  }

  void speak(boolean wanted) {
    speaking = wanted;
  }

  boolean isSpeaking() {
    return speaking;
  }

  @Override
  public void talk() {
    if (speaking) say();
  }

  /// Says one packet about something.
  synchronized void say(long about) {
    speech.about(about);
    say();
  }

  private synchronized void say() {
    var to = target;
    if (to == null) return;
    long now = System.nanoTime();
    int length = speech.next(now);
    var secured = keys;
    System.arraycopy(speech.packet(), 0, packet, 0, length);
    if (secured != null) length = secured.sender().protect(packet, length);
    out.clear().put(packet, 0, length).flip();
    send(out, to);
    isHeard.sent(now);
  }

  /// On the thread of the ears.
  void received(byte[] datagram, int length) {
    long now = System.nanoTime();
    if ((datagram[0] & 0xc0) != 0x80 || isReport(datagram)) return;
    var secured = keys;
    int plain = secured == null ? length : secured.receiver().unprotect(datagram, length);
    if (plain < Rtp.HEADER) return;
    long sentAt = Speech.sentAt(datagram, plain);
    if (sentAt == 0) return;
    hears.heard(sentAt, now);
    heard(Speech.about(datagram), now);
  }

  /// A packet that is about something, on the thread of the ears.
  void heard(long about, long now) {}

  /// [RFC 5761 section 4](https://www.rfc-editor.org/rfc/rfc5761#section-4).
  private static boolean isReport(byte[] datagram) {
    int second = datagram[1] & 0xff;
    return second >= 192 && second <= 223;
  }

  void send(ByteBuffer datagram, InetSocketAddress to) {
    try {
      channel.send(datagram, to);
    } catch (IOException _) {
      // Lost, as on the way; what is not heard is counted.
    }
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
