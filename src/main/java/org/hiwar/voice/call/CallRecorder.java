package org.hiwar.voice.call;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.hiwar.voice.call.CallState.Recording;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.media.relay.Tap;
import org.hiwar.voice.media.sound.Clip;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether and when one call is recorded: by the rule of its service, or because its agent wants
/// it. Before the first recording the customer is told, unless the service says that nobody has to
/// be; each agent's part is a recording of its own. Used by the thread of the call alone.
final class CallRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(CallRecorder.class);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");

  private final CallOffice office;
  private final CallKey call;
  private final CallAudio audio;
  private final Clip announcement;
  private final Consumer<Boolean> announced;
  private final Runnable rejoin;
  private Rule rule;
  private boolean wanted;
  private boolean told;
  private int count;
  private Recording state = Recording.OFF;
  private @Nullable UserId agent;
  private @Nullable RecordingId id;
  private org.hiwar.voice.media.record.@Nullable Recording running;

  /// @param announced is told whether the announcement was heard to its end; on another thread
  /// @param rejoin makes customer and agent hear each other again, whom an announcement has parted
  CallRecorder(
      CallOffice office,
      CallKey call,
      Rule rule,
      CallAudio audio,
      Clip announcement,
      Consumer<Boolean> announced,
      Runnable rejoin) {
    this.office = office;
    this.call = call;
    this.rule = rule;
    this.audio = audio;
    this.announcement = announcement;
    this.announced = announced;
    this.rejoin = rejoin;
    wanted = rule != Rule.OFF;
  }

  Recording state() {
    return state;
  }

  /// Customer and agent hear each other from now on, or again.
  void joined(UserId with) {
    agent = with;
    if (state == Recording.OFF && wanted || state == Recording.ANNOUNCING) begin();
  }

  /// The call goes to a service with a rule of its own.
  void rule(Rule next) {
    rule = next;
    wanted = next != Rule.OFF;
  }

  /// The agent has left the customer.
  void parted() {
    stop();
    agent = null;
    wanted = rule != Rule.OFF;
  }

  /// The announcement is over. True when the two are to be joined again, which it had parted.
  boolean announced(boolean whole) {
    if (!whole || state != Recording.ANNOUNCING) return false;
    told = true;
    start();
    return true;
  }

  /// What the agent wants; false when it cannot be.
  ///
  /// @param together whether the two hear each other at this moment
  boolean wish(Recording wish, boolean together) {
    return switch (wish) {
      case ON -> on(together);
      case PAUSED -> pause();
      case OFF -> off(together);
      case ANNOUNCING -> false;
    };
  }

  private boolean on(boolean together) {
    wanted = true;
    if (state == Recording.PAUSED) return goOn();
    if (state == Recording.OFF && together) begin();
    return true;
  }

  private boolean goOn() {
    if (running == null || !running.resume()) return false;
    audio.withholdKeys(false);
    state = Recording.ON;
    return true;
  }

  /// Card data: silence in the recording, and the keys are heard by nobody.
  private boolean pause() {
    if (state == Recording.PAUSED) return true;
    if (state != Recording.ON || running == null || id == null) return false;
    running.pause();
    audio.withholdKeys(true);
    state = Recording.PAUSED;
    var paused = id;
    kept("a pause", () -> office.recordings().paused(call.workspace(), paused));
    return true;
  }

  private boolean off(boolean together) {
    wanted = false;
    var wasAnnouncing = state == Recording.ANNOUNCING;
    stop();
    if (wasAnnouncing && together) rejoin.run();
    return true;
  }

  private void begin() {
    if (count >= CallLimits.RECORDINGS) return;
    if (rule == Rule.ON || told) {
      start();
    } else {
      state = Recording.ANNOUNCING;
      audio.announce(announcement, announced);
    }
  }

  private void start() {
    var with = agent;
    if (with == null) return;
    var next = new RecordingId(office.ids().next());
    var now = office.clock().instant();
    var file = call.workspace() + "/" + MONTH.format(now.atOffset(ZoneOffset.UTC)) + "/" + next;
    var row = new CallRecording(next, call.interaction(), with, file, now, 0, null, false);
    try {
      office.recordings().begin(call.workspace(), row);
      running = office.studio().recorder().start(file);
    } catch (RuntimeException e) {
      LOG.error("Call {} is not recorded", call.interaction(), e);
      state = Recording.OFF;
      wanted = false;
      return;
    }
    id = next;
    count++;
    audio.tap(running.tap());
    state = Recording.ON;
  }

  void stop() {
    audio.tap(Tap.NOTHING);
    audio.withholdKeys(false);
    if (running != null) running.stop();
    running = null;
    id = null;
    state = Recording.OFF;
  }

  private void kept(String what, Runnable write) {
    try {
      write.run();
    } catch (RuntimeException e) {
      LOG.error("Of the recording of call {} {} was not kept", call.interaction(), what, e);
    }
  }
}
