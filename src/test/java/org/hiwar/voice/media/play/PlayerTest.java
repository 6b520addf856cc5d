package org.hiwar.voice.media.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hiwar.testing.Await;
import org.hiwar.voice.media.HandClock;
import org.hiwar.voice.media.HandTicks;
import org.hiwar.voice.media.KeptLeg;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Rtp;
import org.hiwar.voice.media.Tone;
import org.hiwar.voice.media.play.Player.End;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.media.sound.Clip;
import org.junit.jupiter.api.Test;

class PlayerTest {
  private final HandClock clock = new HandClock();
  private final HandTicks ticks = new HandTicks(clock);
  private final Player player = new Player(ticks);
  private final KeptLeg leg = new KeptLeg(new Payloads(Payloads.PCMA, 101));
  private final Line line = new Line(leg, clock, new SplittableRandom(1));
  private final ArrayList<End> ends = new ArrayList<>();

  @Test
  void aPromptIsPlayedOnceAndTold() {
    listen(player.once(tone(440, 10), line.take()));

    ticks.tick(10);
    assertThat(ends).isEmpty();
    ticks.tick(5);

    assertThat(ends).containsExactly(End.PLAYED);
    assertThat(leg.sent()).hasSize(11);
    assertThat(leg.sent()).allMatch(packet -> packet.type() == Payloads.PCMA);
    assertThat(ticks.waiting()).isZero();
  }

  @Test
  void musicIsPlayedAgainAndAgainUntilItIsStopped() {
    var music = player.again(tone(400, 10), line.take());
    listen(music);

    ticks.tick(35);
    assertThat(leg.sent()).hasSize(35);
    assertThat(Tone.amplitude(leg.sound(), 400)).isBetween(7_700.0, 8_300.0);
    music.stop();
    music.stop();
    ticks.tick(5);

    assertThat(ends).containsExactly(End.STOPPED);
    assertThat(leg.sent()).as("and one that fades").hasSize(36);
  }

  @Test
  void whatIsDisplacedEnds() {
    listen(player.again(tone(400, 10), line.take()));
    ticks.tick(3);
    listen(player.again(tone(600, 10), line.take()));
    ticks.tick(10);

    assertThat(ends).containsExactly(End.DISPLACED);
    assertThat(ticks.waiting()).isEqualTo(1);
    for (var i = 1; i < leg.sent().size(); i++)
      assertThat(Rtp.sequenceStep(leg.sent().get(i - 1).sequence(), leg.sent().get(i).sequence()))
          .isOne();
  }

  @Test
  void anAnnouncementIsMadeOfClips() {
    var words = Clip.of(List.of(tone(400, 3), Clip.silence(Duration.ofMillis(40))));
    assertThat(words.frames()).isEqualTo(5);
    listen(player.once(words, line.take()));

    ticks.tick(6);

    assertThat(ends).containsExactly(End.PLAYED);
  }

  @Test
  void thePacerCallsEveryoneAndLeavesOutWhoFails() {
    try (var pacer = new Pacer("test", System::nanoTime)) {
      var calls = new int[3];
      pacer.each(() -> ++calls[0] < 5);
      pacer.each(
          () -> {
            calls[1]++;
            throw new IllegalStateException("on purpose");
          });
      pacer.each(() -> ++calls[2] < 8);

      Await.until(() -> calls[0] == 5 && calls[2] == 8);
      pacer.each(() -> ++calls[0] < 7);
      Await.until(() -> calls[0] == 7);
      assertThat(calls[1]).isOne();
    }
  }

  private void listen(Player.Playing playing) {
    playing.ended().thenAccept(ends::add);
  }

  private static Clip tone(double hertz, int frames) {
    return Clip.of(Tone.of(hertz).samples(0, 160 * frames));
  }
}
