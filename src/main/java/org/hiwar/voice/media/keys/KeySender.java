package org.hiwar.voice.media.keys;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.hiwar.voice.media.MediaLimits;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Ticks;
import org.hiwar.voice.media.relay.Interjection;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.media.sound.Clip;
import org.hiwar.voice.media.sound.Tones;
import org.jspecify.annotations.Nullable;

/// Sends keys on a line, one after the other: as telephone events, or as their two tones to a far
/// end that agreed on no events. Meanwhile what is heard there pauses.
public final class KeySender {
  /// Packets of a key before its end, 100 ms; the shortest that every exchange hears is 40.
  private static final int UPDATES = 5;

  /// The end is sent three times, since nothing follows that would say it (RFC 4733 section
  /// 2.5.1.4).
  private static final int ENDS = 3;

  /// Ticks between two keys, 80 ms.
  private static final int PAUSE = 4;

  private static final int WHOLE = UPDATES + ENDS + PAUSE;

  private final Line line;
  private final Ticks ticks;
  private final Deque<Character> waiting = new ArrayDeque<>();
  private final byte[] frame = new byte[MediaLimits.FRAME];
  private boolean running;
  private int tick;
  private int code;
  private @Nullable Interjection interjection;
  private @Nullable Clip tone;

  public KeySender(Line line, Ticks ticks) {
    this.line = line;
    this.ticks = ticks;
  }

  /// What becomes of keys that were to be sent.
  public enum Answer {
    ACCEPTED,
    /// One of them is no key; none is sent.
    NOT_A_KEY,
    /// More than may wait; none is sent.
    TOO_MANY
  }

  /// Sends keys of `0123456789*#ABCD` behind those that wait already.
  public synchronized Answer send(String keys) {
    if (!Keys.areKeys(keys)) return Answer.NOT_A_KEY;
    if (waiting.size() + keys.length() > MediaLimits.WAITING_KEYS) return Answer.TOO_MANY;
    keys.chars().forEach(key -> waiting.add((char) key));
    if (!running && !waiting.isEmpty()) {
      running = true;
      tick = 0;
      ticks.each(this::tick);
    }
    return Answer.ACCEPTED;
  }

  /// Leaves out what has not begun: the call has ended.
  public synchronized void stop() {
    waiting.clear();
  }

  private synchronized boolean tick() {
    var key = waiting.peek();
    if (key == null && tick == 0) {
      running = false;
      return false;
    }
    if (key != null && tick == 0) begin(key);
    if (tick < UPDATES + ENDS) sound(tick);
    if (tick == UPDATES + ENDS) end();
    tick = (tick + 1) % WHOLE;
    return true;
  }

  private void begin(char key) {
    waiting.remove();
    code = Keys.code(key);
    interjection = line.interject();
    var inBand = line.leg().payloads().telephoneEvent() == Payloads.NONE;
    tone = inBand ? Tones.key(Keys.key(code), Duration.ofMillis(UPDATES * 20)) : null;
  }

  private void sound(int number) {
    var now = interjection;
    if (now == null) return;
    if (tone == null) {
      var length = Math.min(number + 1, UPDATES) * MediaLimits.FRAME;
      now.event(number == 0, code, number >= UPDATES, length);
    } else if (number < UPDATES) {
      tone.copyFrame(number, frame, 0);
      now.audio(frame);
    }
  }

  private void end() {
    if (interjection != null) interjection.close();
    interjection = null;
  }
}
