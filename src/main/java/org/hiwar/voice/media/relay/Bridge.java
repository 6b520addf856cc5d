package org.hiwar.voice.media.relay;

import org.hiwar.voice.media.MediaLeg;
import org.hiwar.voice.media.PacketSink;
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
      if (!feed.isHeard() || (keysWithheld && isKey(bytes, offset))) return;
      feed.packet(bytes, offset, length);
      tapped.packet(bytes, offset, length);
    }

    private boolean isKey(byte[] bytes, int offset) {
      return Rtp.payloadType(bytes, offset) == speaker.payloads().telephoneEvent();
    }
  }
}
