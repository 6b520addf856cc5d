package org.hiwar.voice.webrtc.srtp;

import org.jspecify.annotations.Nullable;

/// The windows of the few sources of one direction.
final class Sources {
  private final int[] ssrcs = new int[SrtpLimits.SOURCES];
  private final ReplayWindow[] windows = new ReplayWindow[SrtpLimits.SOURCES];
  private int count;
  private ReplayWindow fresh = new ReplayWindow();

  /// Null when there are too many sources. The window of a new source is kept by [#keep] alone.
  @Nullable ReplayWindow windowOf(int ssrc) {
    for (int i = 0; i < count; i++) if (ssrcs[i] == ssrc) return windows[i];
    return count < SrtpLimits.SOURCES ? fresh : null;
  }

  /// Once a packet of this source was authentic.
  void keep(int ssrc, ReplayWindow window) {
    if (window != fresh) return;
    ssrcs[count] = ssrc;
    windows[count++] = window;
    fresh = new ReplayWindow();
  }
}
