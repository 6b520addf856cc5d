package org.hiwar.voice.media.relay;

import org.hiwar.voice.media.PacketSink;

/// Hears both directions of a bridge as they come from the far ends.
public record Tap(PacketSink first, PacketSink second) {
  public static final Tap NOTHING = new Tap(PacketSink.NOTHING, PacketSink.NOTHING);
}
