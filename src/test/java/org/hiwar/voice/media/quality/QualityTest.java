package org.hiwar.voice.media.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.hiwar.voice.media.HandClock;
import org.hiwar.voice.media.LegStatistics;
import org.hiwar.voice.media.Packet;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Tone;
import org.hiwar.voice.media.quality.Quality.Fine;
import org.hiwar.voice.media.quality.Quality.MicrophoneSilent;
import org.hiwar.voice.media.quality.Quality.NetworkDelays;
import org.hiwar.voice.media.quality.Quality.NetworkLoses;
import org.hiwar.voice.media.quality.Quality.NothingArrives;
import org.junit.jupiter.api.Test;

class QualityTest {
  private final QualityWatch watch = new QualityWatch();
  private long received;
  private long lost;

  @Test
  void aGoodCallIsFine() {
    for (var i = 0; i < 5; i++) assertThat(look(0, 0, 30, false)).isEqualTo(new Fine());
  }

  @Test
  void oneBadMomentIsNotTold() {
    look(0, 0, 30, false);

    assertThat(look(30, 0, 30, false)).isEqualTo(new Fine());
    assertThat(look(0, 0, 30, false)).isEqualTo(new Fine());
  }

  @Test
  void lossIsToldWhenItLastsAndTakenBackWhenItIsOver() {
    look(8, 0, 30, false);
    assertThat(look(8, 0, 30, false)).isEqualTo(new NetworkLoses(8));
    assertThat(look(0, 0, 30, false)).isEqualTo(new NetworkLoses(8));
    assertThat(look(0, 0, 30, false)).isEqualTo(new NetworkLoses(8));

    assertThat(look(0, 0, 30, false)).isEqualTo(new Fine());
  }

  @Test
  void lossAroundTheThresholdDoesNotFlicker() {
    look(4, 0, 30, false);
    look(4, 0, 30, false);
    for (var i = 0; i < 10; i++)
      assertThat(look(2 + i % 3, 0, 30, false)).isInstanceOf(NetworkLoses.class);
  }

  @Test
  void aSmallChangeOfLossIsTheSameAndAGreatOneIsTold() {
    look(8, 0, 30, false);
    look(8, 0, 30, false);
    assertThat(look(9, 0, 30, false)).isEqualTo(new NetworkLoses(8));
    look(20, 0, 30, false);

    assertThat(look(20, 0, 30, false)).isEqualTo(new NetworkLoses(20));
  }

  @Test
  void whatTheFarEndLosesCountsToo() {
    look(0, 12, 30, false);

    assertThat(look(0, 12, 30, false)).isEqualTo(new NetworkLoses(12));
  }

  @Test
  void aLongWayIsTold() {
    look(0, 0, 700, false);

    assertThat(look(0, 0, 720, false)).isEqualTo(new NetworkDelays(720));
  }

  @Test
  void aSilentMicrophoneIsTold() {
    look(0, 0, 30, true);

    assertThat(look(0, 0, 30, true)).isEqualTo(new MicrophoneSilent());
  }

  @Test
  void nothingAtAllIsTold() {
    look(0, 0, 30, false);
    var now = new LegStatistics(received, lost, 0, LegStatistics.UNKNOWN, LegStatistics.UNKNOWN);
    watch.look(now, false);

    assertThat(watch.look(now, true)).isEqualTo(new NothingArrives());
  }

  @Test
  void onlySoundIsHeard() {
    var clock = new HandClock();
    var loudness = new Loudness(clock);
    clock.pass(Duration.ofSeconds(10));
    Packet.audio(1, 160, new Tone(440, 0).frame(0)).to(loudness);
    Packet.audio(2, 320, new Tone(440, 0).frame(0, Payloads.PCMA)).of(Payloads.PCMA).to(loudness);
    Packet.audio(3, 480, Tone.of(440).frame(0)).of(101).to(loudness);
    assertThat(loudness.isSilentFor(Duration.ofSeconds(10))).isTrue();

    Packet.audio(4, 640, new Tone(440, 100).frame(0)).to(loudness);

    assertThat(loudness.isSilentFor(Duration.ofSeconds(10))).isFalse();
  }

  /// A look after a hundred packets more, of which `percent` were lost.
  private Quality look(int percent, int farPercent, int roundTripMs, boolean silent) {
    received += 100 - percent;
    lost += percent;
    return watch.look(new LegStatistics(received, lost, 2, farPercent, roundTripMs), silent);
  }
}
