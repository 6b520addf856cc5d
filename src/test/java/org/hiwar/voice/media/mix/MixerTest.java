package org.hiwar.voice.media.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hiwar.voice.media.HandClock;
import org.hiwar.voice.media.HandTicks;
import org.hiwar.voice.media.KeptLeg;
import org.hiwar.voice.media.Packet;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;
import org.hiwar.voice.media.Tone;
import org.hiwar.voice.media.play.Player;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.media.sound.Clip;
import org.junit.jupiter.api.Test;

/// Three parties with a tone each, and who hears which.
class MixerTest {
  private final HandClock clock = new HandClock();
  private final HandTicks ticks = new HandTicks(clock);
  private final Mixer mixer = new Mixer(ticks);
  private final Talker agent = new Talker(440, new Payloads(Payloads.PCMU, 126));
  private final Talker customer = new Talker(1_004, new Payloads(Payloads.PCMA, 101));
  private final Talker supervisor = new Talker(1_700, new Payloads(Payloads.PCMU, 126));
  private final List<Talker> all = List.of(agent, customer, supervisor);

  @Test
  void inAConferenceEveryoneHearsTheOthersAndNotHimself() {
    all.forEach(talker -> talker.join(1));

    talk(60);

    assertHears(agent, customer, supervisor);
    assertHears(customer, agent, supervisor);
    assertHears(supervisor, agent, customer);
  }

  @Test
  void aMonitorHearsBothAndIsHeardByNobody() {
    agent.join(1);
    customer.join(1);
    supervisor.join(0);

    talk(60);

    assertHears(agent, customer);
    assertHears(customer, agent);
    assertHears(supervisor, agent, customer);
  }

  @Test
  void aCoachIsHeardByTheAgentAlone() {
    agent.join(1);
    customer.join(1);
    supervisor.join(0);
    mixer.hears(agent.party(), supervisor.party(), 1);

    talk(60);

    assertHears(agent, customer, supervisor);
    assertHears(customer, agent);
  }

  @Test
  void gainsAreGains() {
    agent.join(1);
    customer.join(1);
    mixer.hears(agent.party(), customer.party(), 0.25f);

    talk(60);

    assertThat(agent.heard(1_004)).isBetween(1_900.0, 2_100.0);
  }

  @Test
  void aChangeOfGainsDoesNotClick() {
    agent.join(1);
    customer.join(1);
    for (var i = 0; i < 20; i++) {
      mixer.hears(agent.party(), customer.party(), i % 2);
      talk(7);
    }

    assertThat(Tone.steepest(agent.leg.sound()))
        .isLessThan(Tone.steepest(Tone.of(1_004).samples(0, 8_000)) * 5 / 4);
  }

  @Test
  void whoLeavesIsHeardNoMoreAndHearsNoMore() {
    all.forEach(talker -> talker.join(1));
    talk(30);
    supervisor.party().leave();
    supervisor.party().leave();
    talk(5);
    all.forEach(talker -> talker.leg.forget());

    talk(60);

    assertHears(agent, customer);
    assertHears(customer, agent);
    assertThat(supervisor.leg.sent()).isEmpty();
  }

  @Test
  void aRecordingListensToWhatItShall() {
    agent.join(1);
    customer.join(1);
    var kept = new KeptLeg(new Payloads(Payloads.PCMU, Payloads.NONE));
    var recording = mixer.listen((b, o, n) -> kept.send(Arrays.copyOfRange(b, o, o + n), n));
    mixer.hears(recording, agent.party(), 0);

    talk(60);

    var sound = kept.sound();
    var settled = Arrays.copyOfRange(sound, 1_600, sound.length);
    assertThat(Tone.amplitude(settled, 1_004)).isBetween(7_800.0, 8_200.0);
    assertThat(Tone.amplitude(settled, 440)).isLessThan(40);
  }

  @Test
  void anAnnouncementIsHeardByAll() {
    agent.join(1);
    customer.join(1);
    var announcement = mixer.announce();
    var player = new Player(ticks);
    var played = new ArrayList<Player.End>();
    player
        .once(Clip.of(Tone.of(2_300).samples(0, 8_000)), announcement.voice())
        .ended()
        .thenAccept(played::add);

    talk(60);

    assertThat(played).containsExactly(Player.End.PLAYED);
    assertThat(agent.heard(2_300)).isGreaterThan(5_000);
    assertThat(customer.heard(2_300)).isGreaterThan(5_000);
  }

  @Test
  void whoHeardMusicMeanwhileHearsTheOthersAgain() {
    agent.join(1);
    customer.join(1);
    agent.line.take();
    talk(5);
    assertThat(agent.leg.sent().size()).isZero();

    agent.party().hearAgain();
    talk(60);

    assertHears(agent, customer);
  }

  @Test
  void theStreamToEachIsContinuous() {
    all.forEach(talker -> talker.join(1));
    talk(60);

    for (var i = 1; i < customer.leg.sent().size(); i++) {
      var before = customer.leg.sent().get(i - 1);
      var now = customer.leg.sent().get(i);
      assertThat(Rtp.sequenceStep(before.sequence(), now.sequence())).isOne();
      assertThat(now.timestamp() - before.timestamp()).isEqualTo(160);
    }
  }

  @Test
  void aClosedMixerMixesNoMore() {
    all.forEach(talker -> talker.join(1));
    talk(5);
    mixer.close();
    all.forEach(talker -> talker.leg.forget());
    talk(5);

    assertThat(agent.leg.sent()).isEmpty();
    assertThat(ticks.waiting()).isZero();
    assertThatThrownBy(() -> agent.join(1)).isInstanceOf(IllegalStateException.class);
  }

  private void talk(int frames) {
    for (var i = 0; i < frames; i++) {
      all.forEach(Talker::speak);
      ticks.tick(1);
    }
  }

  private void assertHears(Talker listener, Talker... speakers) {
    for (var talker : all) {
      var heard = listener.heard(talker.tone.hertz());
      if (List.of(speakers).contains(talker)) assertThat(heard).isBetween(7_700.0, 8_300.0);
      else assertThat(heard).isLessThan(60);
    }
  }

  private final class Talker {
    final Tone tone;
    final KeptLeg leg;
    final Line line;
    private final List<Party> joined = new ArrayList<>();
    private int said;

    Talker(double hertz, Payloads payloads) {
      tone = Tone.of(hertz);
      leg = new KeptLeg(payloads);
      line = new Line(leg, clock, new SplittableRandom((long) hertz));
    }

    void join(float heard) {
      joined.add(mixer.join(line, heard));
    }

    Party party() {
      return joined.getLast();
    }

    void speak() {
      var payload = tone.frame(said, leg.payloads().audio());
      leg.hear(Packet.audio(said, 160 * said, payload).of(leg.payloads().audio()));
      said++;
    }

    /// Without the first moments, when the mixer has nothing yet.
    double heard(double hertz) {
      var sound = leg.sound();
      return Tone.amplitude(Arrays.copyOfRange(sound, 1_600, sound.length), hertz);
    }
  }
}
