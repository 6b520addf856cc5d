package org.hiwar.voice.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.testing.Await;
import org.hiwar.voice.media.HandClock;
import org.hiwar.voice.media.Packet;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Tone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A port towards a trunk, with phones and strangers on real sockets. On loopback 127.0.0.x is the
/// phone's network and 127.1.0.x is not.
class TrunkPortTest {
  private static final Payloads PAYLOADS = new Payloads(Payloads.PCMU, 101);

  private final HandClock clock = new HandClock();
  private final TrunkPorts ports = TestPorts.open(clock);
  private final AtomicInteger silences = new AtomicInteger();
  private final List<Packet> delivered = new CopyOnWriteArrayList<>();
  private TrunkPort port;
  private Phone phone;

  @BeforeEach
  void open() throws IOException {
    port = ports.open(_ -> silences.incrementAndGet()).orElseThrow();
    port.deliverTo((bytes, offset, length) -> delivered.add(Packet.read(bytes, offset, length)));
    phone = new Phone();
  }

  @AfterEach
  void close() {
    phone.close();
    port.close();
    ports.close();
  }

  @Test
  void theAddressOfTheSdpIsBelievedAtOnce() throws IOException {
    port.describe(FarEnd.at(phone.address(), PAYLOADS));

    phone.send(packet(1), port.port());

    Await.until(() -> delivered.size() == 1);
  }

  @Test
  void nobodyIsHeardBeforeThereIsAnSdp() throws IOException {
    phone.send(packet(1), port.port());

    awaitRefused(Refused.FOREIGN, 1);
    assertThat(delivered).isEmpty();
  }

  @Test
  void anotherPortOfTheSameNetworkIsTheSourceFromItsFifthPacketInSequence() throws IOException {
    try (var nat = new Phone("127.0.0.2")) {
      port.describe(FarEnd.at(phone.address(), PAYLOADS));

      send(nat, 1, 7);

      Await.until(() -> delivered.size() == 3);
      assertThat(delivered.getFirst().sequence()).isEqualTo(5);
      awaitRefused(Refused.CANDIDATE, 4);
      port.send(packet(1).bytes(), packet(1).bytes().length);
      Await.until(() -> nat.received().size() == 1);
      assertThat(phone.received()).isEmpty();
    }
  }

  @Test
  void packetsThatAreNotInSequenceMakeNoSource() throws IOException {
    try (var near = new Phone("127.0.0.2")) {
      port.describe(FarEnd.at(phone.address(), PAYLOADS));

      for (var sequence = 0; sequence < 40; sequence += 2) near.send(packet(sequence), port.port());

      awaitRefused(Refused.CANDIDATE, 20);
      assertThat(delivered).isEmpty();
    }
  }

  @Test
  void onceTheSdpAddressHasSpokenNobodyElseBecomesTheSource() throws IOException {
    try (var near = new Phone("127.0.0.2")) {
      port.describe(FarEnd.at(phone.address(), PAYLOADS));
      phone.send(packet(1), port.port());
      Await.until(() -> delivered.size() == 1);

      send(near, 1, 20);

      awaitRefused(Refused.TOO_LATE, 20);
      assertThat(delivered).hasSize(1);
    }
  }

  @Test
  void aSecondAddressOfTheNetworkComesTooLateToo() throws IOException {
    try (var first = new Phone("127.0.0.2");
        var second = new Phone("127.0.0.3")) {
      port.describe(FarEnd.at(phone.address(), PAYLOADS));
      send(first, 1, 5);
      Await.until(() -> delivered.size() == 1);

      send(second, 1, 20);

      awaitRefused(Refused.TOO_LATE, 20);
      assertThat(delivered).hasSize(1);
    }
  }

  @Test
  void theSdpAddressIsBelievedEvenAfterAnotherWasTheSource() throws IOException {
    try (var near = new Phone("127.0.0.2")) {
      port.describe(FarEnd.at(phone.address(), PAYLOADS));
      send(near, 1, 5);
      Await.until(() -> delivered.size() == 1);

      phone.send(packet(900), port.port());
      Await.until(() -> delivered.size() == 2);
      send(near, 6, 10);

      awaitRefused(Refused.TOO_LATE, 5);
      assertThat(delivered.getLast().sequence()).isEqualTo(900);
    }
  }

  @Test
  void aStrangerWhoFloodsIsNeitherHeardNorSentTo() throws IOException {
    try (var stranger = new Phone("127.1.0.9")) {
      port.describe(FarEnd.at(phone.address(), PAYLOADS));

      for (var i = 0; i < 300; i++) {
        stranger.send(packet(i), port.port());
        if (i % 10 == 0) phone.send(packet(5_000 + i / 10), port.port());
        awaitRefused(i == 0 ? Refused.FOREIGN : Refused.TOO_LATE, Math.max(1, i));
      }
      port.send(packet(1).bytes(), packet(1).bytes().length);

      Await.until(() -> delivered.size() == 30 && phone.received().size() == 1);
      assertThat(delivered).allMatch(packet -> packet.sequence() >= 5_000);
      assertThat(stranger.received()).isEmpty();
      assertThat(ports.refused()).containsEntry(Refused.TOO_LATE, 299L);
    }
  }

  @Test
  void aStrangerOfANetworkConfiguredForTheTrunkIsNoStranger() throws IOException {
    try (var carrier = new Phone("127.1.0.9")) {
      var networks = List.of(Network.parse("127.1.0.0/16"));
      var rtp = phone.address();
      port.describe(new FarEnd(rtp, FarEnd.behind(rtp), PAYLOADS, networks, true, true));

      send(carrier, 1, 5);

      Await.until(() -> delivered.size() == 1);
    }
  }

  @Test
  void aNewSdpMovesTheFarEnd() throws IOException {
    try (var elsewhere = new Phone("127.1.0.9")) {
      port.describe(FarEnd.at(phone.address(), PAYLOADS));
      phone.send(packet(1), port.port());
      Await.until(() -> delivered.size() == 1);

      port.describe(FarEnd.at(elsewhere.address(), PAYLOADS));
      phone.send(packet(2), port.port());
      elsewhere.send(packet(3), port.port());
      port.send(packet(1).bytes(), packet(1).bytes().length);

      Await.until(() -> delivered.size() == 2 && elsewhere.received().size() == 1);
      awaitRefused(Refused.FOREIGN, 1);
    }
  }

  @Test
  void theSameSdpAgainGivesNobodyASecondChance() throws IOException {
    try (var near = new Phone("127.0.0.2")) {
      port.describe(FarEnd.at(phone.address(), PAYLOADS));
      phone.send(packet(1), port.port());
      Await.until(() -> delivered.size() == 1);

      port.describe(FarEnd.at(phone.address(), PAYLOADS));
      send(near, 1, 20);

      awaitRefused(Refused.TOO_LATE, 20);
    }
  }

  @Test
  void anAddressOfZerosIsNowhere() throws IOException {
    port.describe(FarEnd.at(new InetSocketAddress("0.0.0.0", 4_000), PAYLOADS));

    send(phone, 1, 10);
    port.send(packet(1).bytes(), packet(1).bytes().length);

    awaitRefused(Refused.FOREIGN, 10);
  }

  @Test
  void whatIsNoRtpAndWhatWasNotAgreedIsCounted() throws IOException {
    port.describe(FarEnd.at(phone.address(), PAYLOADS));
    var lying = packet(1).bytes();
    lying[0] |= 0x0F;
    var shortLie = Arrays.copyOf(lying, 40);

    phone.send(new byte[] {1, 2, 3}, port.port());
    phone.send(shortLie, port.port());
    phone.send(new byte[1_700], port.port());
    phone.send(packet(1).of(96), port.port());

    awaitRefused(Refused.MALFORMED, 3);
    awaitRefused(Refused.PAYLOAD_TYPE, 1);
    assertThat(delivered).isEmpty();
  }

  @Test
  void aFarEndThatFallsSilentIsToldOnceAndAgainAfterItSpoke() throws IOException {
    port.describe(FarEnd.at(phone.address(), PAYLOADS));
    phone.send(packet(1), port.port());
    Await.until(() -> delivered.size() == 1);

    clock.pass(TestPorts.SILENCE.plusSeconds(1));
    Await.until(() -> silences.get() == 1);
    clock.pass(Duration.ofSeconds(90));
    phone.send(packet(2), port.port());
    Await.until(() -> delivered.size() == 2);
    clock.pass(TestPorts.SILENCE.plusSeconds(1));

    Await.until(() -> silences.get() == 2);
  }

  @Test
  void aFarEndOnHoldMayBeSilent() throws IOException {
    try (var others = ports.open(_ -> silences.addAndGet(100)).orElseThrow()) {
      var rtp = phone.address();
      port.describe(new FarEnd(rtp, FarEnd.behind(rtp), PAYLOADS, List.of(), false, true));
      others.describe(FarEnd.at(rtp, PAYLOADS));

      clock.pass(TestPorts.SILENCE.plusSeconds(1));
      Await.until(() -> silences.get() == 100);
      clock.passMs(500);
      others.describe(FarEnd.at(rtp, PAYLOADS));
      clock.pass(TestPorts.SILENCE.plusSeconds(1));
      Await.until(() -> silences.get() >= 200);

      assertThat(silences).hasValue(200);
    }
  }

  @Test
  void portsAreEvenAndGivenBack() throws IOException {
    var tight = new PortRange(port.port() + 101, port.port() + 104);
    try (var few = TestPorts.open(tight, clock)) {
      var only = few.open(TrunkListener.NONE).orElseThrow();
      assertThat(only.port()).isEqualTo(port.port() + 102);
      assertThat(few.open(TrunkListener.NONE)).isEmpty();

      only.close();

      Await.until(() -> few.open(TrunkListener.NONE).isPresent());
    }
  }

  @Test
  void nothingIsDeliveredOrSentOnceClosed() throws IOException {
    port.describe(FarEnd.at(phone.address(), PAYLOADS));
    var number = port.port();
    port.close();

    phone.send(packet(1), number);
    port.send(packet(1).bytes(), packet(1).bytes().length);
    try (var other = ports.open(TrunkListener.NONE).orElseThrow()) {
      other.describe(FarEnd.at(phone.address(), PAYLOADS));
      other.send(packet(9).bytes(), packet(9).bytes().length);
      Await.until(() -> phone.received().size() == 1);
    }

    assertThat(phone.packets().getFirst().sequence()).isEqualTo(9);
    assertThat(delivered).isEmpty();
  }

  private void send(Phone from, int first, int last) throws IOException {
    for (var sequence = first; sequence <= last; sequence++)
      from.send(packet(sequence), port.port());
  }

  private static Packet packet(int sequence) {
    return Packet.audio(sequence, 160 * sequence, Tone.of(440).frame(sequence));
  }

  private void awaitRefused(Refused why, long count) {
    Await.soon(() -> port.refused().getOrDefault(why, 0L) == count);
  }
}
