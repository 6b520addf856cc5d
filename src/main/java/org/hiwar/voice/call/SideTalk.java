package org.hiwar.voice.call;

import org.hiwar.voice.media.play.Player.Playing;
import org.hiwar.voice.media.relay.Bridge;
import org.jspecify.annotations.Nullable;

/// What two users hear who talk to each other; while the browser of one is away, the other hears
/// music. Used by the thread of their call alone.
final class SideTalk {
  private final CallOffice office;
  private final AgentPart first;
  private final AgentPart second;
  private boolean firstMuted;
  private boolean secondMuted;
  private @Nullable Bridge bridge;
  private @Nullable Playing music;

  SideTalk(CallOffice office, AgentPart first, AgentPart second) {
    this.office = office;
    this.first = first;
    this.second = second;
  }

  /// Joins them, again with the lines that they have now; false when one is not there.
  boolean join() {
    var one = office.leg(first);
    var other = office.leg(second);
    if (one.isEmpty() || other.isEmpty()) return false;
    close();
    var joined = new Bridge(one.get().line(), other.get().line());
    joined.muteFirst(firstMuted);
    joined.muteSecond(secondMuted);
    joined.attach();
    bridge = joined;
    return true;
  }

  boolean isJoined() {
    return bridge != null;
  }

  /// One of them is away.
  void part() {
    close();
    office.leg(first).or(() -> office.leg(second)).ifPresent(this::play);
  }

  private void play(AgentLeg leg) {
    var studio = office.studio();
    music = studio.player().again(studio.sounds().music(), leg.line().take());
  }

  void muteFirst(boolean muted) {
    firstMuted = muted;
    if (bridge != null) bridge.muteFirst(muted);
  }

  void muteSecond(boolean muted) {
    secondMuted = muted;
    if (bridge != null) bridge.muteSecond(muted);
  }

  /// Neither hears anything of the other.
  void close() {
    if (music != null) music.stop();
    music = null;
    if (bridge != null) bridge.close();
    bridge = null;
  }
}
