package org.hiwar.voice.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.SplittableRandom;
import org.hiwar.testing.Await;
import org.hiwar.voice.media.Packet;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Tone;
import org.hiwar.voice.media.relay.Bridge;
import org.hiwar.voice.media.relay.Line;
import org.junit.jupiter.api.Test;

/// Two phones, each on a port of its own, joined by a bridge.
class RelayedCallTest {
  private static final int PACKETS = 50;

  @Test
  void twoPhonesHearEachOtherEachInItsOwnLaw() throws IOException {
    try (var ports = TestPorts.open();
        var ahmad = new Phone();
        var basma = new Phone();
        var ahmadsPort = ports.open(TrunkListener.NONE).orElseThrow();
        var basmasPort = ports.open(TrunkListener.NONE).orElseThrow()) {
      ahmadsPort.describe(FarEnd.at(ahmad.address(), new Payloads(Payloads.PCMU, 101)));
      basmasPort.describe(FarEnd.at(basma.address(), new Payloads(Payloads.PCMA, 96)));
      var random = new SplittableRandom(7);
      new Bridge(
              new Line(ahmadsPort, System::nanoTime, random),
              new Line(basmasPort, System::nanoTime, random))
          .attach();

      talk(ahmad, ahmadsPort.port(), Tone.of(440), Payloads.PCMU);
      talk(basma, basmasPort.port(), Tone.of(1_004), Payloads.PCMA);

      Await.until(() -> ahmad.received().size() == PACKETS && basma.received().size() == PACKETS);
      assertThat(basma.packets()).allMatch(packet -> packet.type() == Payloads.PCMA);
      assertThat(ahmad.packets()).allMatch(packet -> packet.type() == Payloads.PCMU);
      assertThat(heard(basma, 440)).isBetween(7_800.0, 8_200.0);
      assertThat(heard(basma, 1_004)).isLessThan(50);
      assertThat(heard(ahmad, 1_004)).isBetween(7_800.0, 8_200.0);
      assertThat(heard(ahmad, 440)).isLessThan(50);
    }
  }

  private static void talk(Phone phone, int port, Tone tone, int type) throws IOException {
    for (var i = 0; i < PACKETS; i++)
      phone.send(Packet.audio(65_500 + i, 160 * i, tone.frame(i, type)).of(type), port);
  }

  private static double heard(Phone phone, double hertz) {
    var packets = phone.packets();
    var sound = new short[160 * (packets.size() - 1)];
    for (var i = 1; i < packets.size(); i++)
      System.arraycopy(packets.get(i).samples(), 0, sound, 160 * (i - 1), 160);
    return Tone.amplitude(sound, hertz);
  }
}
