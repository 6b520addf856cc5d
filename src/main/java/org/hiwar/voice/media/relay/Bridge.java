package org.hiwar.voice.media.relay;

import java.util.Arrays;
import org.hiwar.voice.media.G711;
import org.hiwar.voice.media.MediaLeg;
import org.hiwar.voice.media.MediaLimits;
import org.hiwar.voice.media.PacketSink;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;
import org.jspecify.annotations.Nullable;

/// Joins two lines: each is heard at the other, packet by packet, with its law and its payload
/// types translated.
///
/// Whoever else takes a line displaces the bridge there, as music on hold does; [#attach] brings it
/// back. Any thread may call anything.
public final class Bridge implements AutoCloseable {
  private final Line first;
  private final Line second;
  private volatile Tap tap = Tap.NOTHING;
  private volatile boolean keysWithheld;
  private volatile boolean firstMuted;
  private volatile boolean secondMuted;
  private @Nullable Direction there;
  private @Nullable Direction back;

  /// Joins nothing yet.
  public Bridge(Line first, Line second) {
    this.first = first;
    this.second = second;
  }

  /// From now on each is heard at the other.
  public synchronized void attach() {
    var oldThere = there;
    var oldBack = back;
    there = new Direction(first, second, (b, o, n) -> tap.first().packet(b, o, n));
    back = new Direction(second, first, (b, o, n) -> tap.second().packet(b, o, n));
    if (oldThere != null) oldThere.end();
    if (oldBack != null) oldBack.end();
  }

  /// Where nothing else was put in its place it is silent from now on.
  public synchronized void detach() {
    if (there != null) there.end();
    if (back != null) back.end();
    there = null;
    back = null;
  }

  /// Who hears what is said across, as long as it is heard there; [Tap#NOTHING] takes it away.
  public void tap(Tap newTap) {
    tap = newTap;
  }

  /// Whether keys pressed at either end stay unheard at the other: card data.
  public void withholdKeys(boolean withheld) {
    keysWithheld = withheld;
  }

  /// Whether nothing but keys of the first line is heard at the second: silence takes the place of
  /// its sound, so that the second does not think the line is dead.
  public void muteFirst(boolean muted) {
    firstMuted = muted;
  }

  /// The same for the second line.
  public void muteSecond(boolean muted) {
    secondMuted = muted;
  }

  @Override
  public void close() {
    detach();
  }

  private final class Direction {
    private final Line from;
    private final MediaLeg speaker;
    private final Feed feed;
    private final PacketSink tapped;
    private final PacketSink ear = this::packet;

    /// Made when the first packet is silenced: most calls are never muted.
    private byte[] silence = {};

    Direction(Line from, Line to, PacketSink tapped) {
      this.from = from;
      this.speaker = from.leg();
      this.tapped = tapped;
      this.feed = to.take(speaker::payloads);
      from.addEar(ear);
    }

    void end() {
      from.removeEar(ear);
      feed.close();
    }

    private void packet(byte[] bytes, int offset, int length) {
      var isKey = isKey(bytes, offset);
      if (!feed.isHeard() || (keysWithheld && isKey)) return;
      if ((from == first ? firstMuted : secondMuted) && !isKey) {
        if (length > MediaLimits.DATAGRAM) return;
        if (silence.length == 0) silence = new byte[MediaLimits.DATAGRAM];
        silenced(bytes, offset, length);
        pass(silence, 0, length);
      } else {
        pass(bytes, offset, length);
      }
    }

    private void pass(byte[] bytes, int offset, int length) {
      feed.packet(bytes, offset, length);
      tapped.packet(bytes, offset, length);
    }

    /// The same packet with a payload in which there is nothing.
    private void silenced(byte[] bytes, int offset, int length) {
      var header = Rtp.headerLength(bytes, offset);
      System.arraycopy(bytes, offset, silence, 0, header);
      silence[0] &= ~0x20; // what was padding is payload now
      var nothing =
          Rtp.payloadType(bytes, offset) == Payloads.PCMA ? G711.SILENT_A : G711.SILENT_MU;
      Arrays.fill(silence, header, length, nothing);
    }

    private boolean isKey(byte[] bytes, int offset) {
      return Rtp.payloadType(bytes, offset) == speaker.payloads().telephoneEvent();
    }
  }
}
