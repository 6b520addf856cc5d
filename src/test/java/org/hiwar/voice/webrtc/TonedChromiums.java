package org.hiwar.voice.webrtc;

import java.io.IOException;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.hiwar.browser.Chromium;

/// Chromiums whose microphones hear a tone. Starting one takes longer than many a call, so each is
/// kept for the next test that wants its tone, as long as this JVM runs; pages are not.
final class TonedChromiums {
  /// As many as one test telephones with at once, for each tone.
  private static final int KEPT = 2;

  private static final Map<Integer, Deque<Chromium>> IDLE = new ConcurrentHashMap<>();

  private TonedChromiums() {}

  static Chromium take(int hertz) throws IOException {
    for (var found = idle(hertz).pollFirst(); found != null; found = idle(hertz).pollFirst()) {
      if (found.browser().isConnected()) return found;
      found.close();
    }
    return new Chromium(
        List.of(
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--use-file-for-fake-audio-capture=" + ToneFile.of(hertz),
            "--autoplay-policy=no-user-gesture-required"));
  }

  /// Its pages are closed.
  static void giveBack(int hertz, Chromium chromium) {
    if (idle(hertz).size() < KEPT) idle(hertz).addFirst(chromium);
    else chromium.close();
  }

  private static Deque<Chromium> idle(int hertz) {
    return IDLE.computeIfAbsent(hertz, _ -> new ConcurrentLinkedDeque<>());
  }
}
