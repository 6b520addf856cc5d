package org.hiwar.voice.media.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.testing.Await;
import org.hiwar.voice.media.HandClock;
import org.hiwar.voice.media.MediaLimits;
import org.hiwar.voice.media.Packet;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Tone;
import org.hiwar.voice.media.record.RecordingEvent.Encoded;
import org.hiwar.voice.media.record.RecordingEvent.Failed;
import org.hiwar.voice.media.record.RecordingEvent.Written;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Recordings of two tones. The files are looked at before they are encoded:
/// [RecordingEvent.Written] copies them.
class RecorderTest {
  private static final Tone AGENT = Tone.of(440);
  private static final Tone CUSTOMER = Tone.of(1_004);

  private final HandClock clock = new HandClock();
  private final List<RecordingEvent> events = new CopyOnWriteArrayList<>();
  @TempDir Path folder;
  @TempDir Path copies;
  private Recorder recorder;
  private Recording recording;

  @BeforeEach
  void open() {
    recorder = new Recorder(folder, clock, this::keep);
    recording = recorder.start("acme/2026-11/call-1");
  }

  @AfterEach
  void close() {
    recorder.close();
  }

  @Test
  void theAgentIsLeftAndTheCustomerRightAndItIsAsLongAsTheCall() throws IOException {
    talk(250);

    var wav = stopped();

    assertThat(wav.seconds()).isBetween(4.9, 5.1);
    assertThat(Wav.has(wav.left(0.5, 4.5), 440, 1_004)).isTrue();
    assertThat(Wav.has(wav.right(0.5, 4.5), 1_004, 440)).isTrue();
  }

  @Test
  void whatIsPausedIsTrulySilentAndWhatIsAroundIsThere() throws IOException {
    talk(100);
    recording.pause();
    assertThat(recording.isPaused()).isTrue();
    talk(100);
    recording.resume();
    talk(100);

    var wav = stopped();

    assertThat(wav.seconds()).isBetween(5.9, 6.1);
    assertThat(Wav.has(wav.left(0.2, 1.9), 440, 1_004)).isTrue();
    assertThat(Wav.isSilent(wav.left(2.0, 4.0))).isTrue();
    assertThat(Wav.isSilent(wav.right(2.0, 4.0))).isTrue();
    assertThat(Wav.has(wav.right(4.1, 5.9), 1_004, 440)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 1_000, 3_000})
  void whatWasSaidInThePauseStaysOutAlsoWhenItComesLate(int delayMs) throws IOException {
    talk(100);
    recording.pause();
    clock.passMs(delayMs);
    recording.resume();
    var ear = recording.ear(Side.CUSTOMER);
    for (var i = 101; i <= 100 + delayMs / 20; i++) packet(i, CUSTOMER).to(ear);
    clock.passMs(500);

    var wav = stopped();

    assertThat(Wav.has(wav.right(0.2, 1.9), 1_004, 440)).isTrue();
    assertThat(Wav.isSilent(wav.right(2.0, 2.5 + delayMs / 1_000.0))).isTrue();
  }

  @Test
  void aStreamWhoseClockStoodStillIsFoundAgain() throws IOException {
    talk(50);
    clock.passMs(5_000);
    var ear = recording.ear(Side.CUSTOMER);
    for (var i = 51; i < 200; i++) {
      clock.passMs(20);
      packet(i, CUSTOMER).to(ear);
    }

    var wav = stopped();

    assertThat(Wav.isSilent(wav.right(1.0, 6.0))).isTrue();
    assertThat(Wav.has(wav.right(7.5, 8.8), 1_004, 440)).isTrue();
  }

  @Test
  void packetsComeInAnyOrderAndAreInTheirPlaces() throws IOException {
    var ear = recording.ear(Side.AGENT);
    for (var i = 0; i < 200; i += 2) {
      clock.passMs(40);
      packet(i + 1, AGENT).to(ear);
      packet(i, AGENT).to(ear);
    }

    var wav = stopped();

    assertThat(Tone.steepest(wav.left(0.2, 3.8)))
        .isLessThanOrEqualTo(Tone.steepest(AGENT.samples(0, 8_000)) + 300);
  }

  @Test
  void aPacketThatWasLostIsSilence() throws IOException {
    var ear = recording.ear(Side.AGENT);
    for (var i = 0; i < 100; i++) {
      clock.passMs(20);
      if (i != 50) packet(i, AGENT).to(ear);
    }

    var wav = stopped();

    assertThat(Wav.isSilent(wav.left(1.0, 1.02))).isTrue();
    assertThat(Wav.isSilent(wav.left(1.02, 1.04))).isFalse();
  }

  @Test
  void aClockThatRunsFasterDoesNotDriveTheSidesApart() throws IOException {
    var agent = recording.ear(Side.AGENT);
    for (var i = 0; i < 3_000; i++) {
      clock.pass(Duration.ofNanos(19_800_000));
      packet(i, AGENT).to(agent);
    }
    recording.ear(Side.CUSTOMER).packet(packet(1, CUSTOMER).bytes(), 0, 172);

    var wav = stopped();

    assertThat(wav.seconds()).isBetween(59.3, 59.5);
    assertThat(Wav.isSilent(wav.left(59.2, 59.35))).isFalse();
  }

  @Test
  void bothLawsAreHeardAndKeysAreNot() throws IOException {
    var ear = recording.ear(Side.CUSTOMER);
    for (var i = 0; i < 100; i++) {
      clock.passMs(20);
      Packet.audio(2 * i, 160 * i, CUSTOMER.frame(i, Payloads.PCMA)).of(Payloads.PCMA).to(ear);
      Packet.audio(2 * i + 1, 160 * i, new byte[] {5, 10, 0, 1}).of(101).to(ear);
    }

    assertThat(Wav.has(stopped().right(0.1, 1.9), 1_004, 440)).isTrue();
  }

  @Test
  void afterTheCallItIsOpusWithTheSidesApartAndAWaveform() throws IOException {
    talk(100);
    recording.pause();
    talk(50);
    recording.resume();
    talk(100);
    recording.stop();
    Await.until(() -> events.stream().anyMatch(Encoded.class::isInstance));

    var encoded = (Encoded) events.getLast();
    var opus = OpusReader.read(encoded.opus());
    assertThat(opus.seconds()).isBetween(4.95, 5.05);
    assertThat(Tone.amplitude(opus.left(0.5, 1.5), 440)).isGreaterThan(6_000);
    assertThat(Tone.amplitude(opus.left(0.5, 1.5), 1_004)).isLessThan(250);
    assertThat(Tone.amplitude(opus.right(0.5, 1.5), 1_004)).isGreaterThan(6_000);
    assertThat(Tone.amplitude(opus.right(0.5, 1.5), 440)).isLessThan(250);
    assertThat(Tone.amplitude(opus.left(2.2, 2.8), 440)).isLessThan(10);
    assertThat(encoded.opus()).isEqualTo(folder.resolve("acme/2026-11/call-1.opus"));
    assertThat(folder.resolve("acme/2026-11/call-1.wav")).doesNotExist();
    assertThat(Files.size(encoded.opus())).isLessThan(40_000);

    var peaks = Waveform.read(folder.resolve("acme/2026-11/call-1.peaks")).peaks(Side.AGENT);
    assertThat(peaks).isEqualTo(encoded.waveform().peaks(Side.AGENT)).hasSize(50);
    assertThat(peaks[10]).isBetween((byte) 60, (byte) 63);
    assertThat(peaks[25]).isZero();
  }

  @Test
  void recordingsOfManyCallsAreApart() throws IOException {
    var second = recorder.start("acme/2026-11/call-2");
    for (var i = 0; i < 100; i++) {
      clock.passMs(20);
      packet(i, AGENT).to(recording.ear(Side.AGENT));
      packet(i, CUSTOMER).to(second.ear(Side.AGENT));
    }
    second.stop();

    assertThat(Wav.has(stopped().left(0.1, 1.9), 440, 1_004)).isTrue();
    Await.until(() -> Files.exists(copies.resolve("call-2")));
    assertThat(Wav.has(Wav.read(copies.resolve("call-2")).left(0.1, 1.9), 1_004, 440)).isTrue();
  }

  @Test
  void whatIsSaidAfterTheEndIsNotRecorded() throws IOException {
    talk(50);
    recording.stop();
    talk(50);

    assertThat(stopped().seconds()).isBetween(0.95, 1.05);
  }

  @Test
  void closingFinishesEverything() throws IOException {
    talk(50);
    recorder.close();

    assertThat(Wav.read(copies.resolve("call-1")).seconds()).isBetween(0.95, 1.05);
  }

  /// The process may have ended before what was told of it was kept.
  @Test
  void whatIsWholeButNotEncodedIsToldAgainAtTheNextStart() throws IOException {
    recorder.close();
    var whole = folder.resolve("acme/2026-11/call-2.wav");
    try (var file = WavFile.create(Files.createFile(whole))) {
      file.write(ByteBuffer.allocate(MediaLimits.RATE * 4));
      WavFile.complete(file);
    }
    events.clear();

    recorder = new Recorder(folder, clock, this::keep);

    assertThat(events)
        .filteredOn(Written.class::isInstance)
        .contains(new Written("acme/2026-11/call-2", whole, Duration.ofSeconds(1)));
    Await.until(() -> events.stream().anyMatch(event -> event instanceof Encoded));
  }

  @Test
  void namesStayBelowTheFolderAndAreUsedOnce() {
    for (var name : List.of("../out", "/etc/x", "a/../b", "", "a//b", "a.wav"))
      assertThatThrownBy(() -> recorder.start(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> recorder.start("acme/2026-11/call-1")).hasMessageContaining("call-1");
  }

  @Test
  void afterTooManyPausesItStaysPaused() {
    for (var i = 0; i < 499; i++) {
      recording.pause();
      clock.passMs(20);
      assertThat(recording.resume()).isTrue();
    }
    recording.pause();

    assertThat(recording.resume()).isFalse();
    assertThat(recording.isPaused()).isTrue();
  }

  private void talk(int frames) {
    for (var i = 0; i < frames; i++) {
      clock.passMs(20);
      var number = (int) (recording.length().toMillis() / 20);
      packet(number, AGENT).to(recording.ear(Side.AGENT));
      packet(number, CUSTOMER).to(recording.ear(Side.CUSTOMER));
    }
  }

  private static Packet packet(int number, Tone tone) {
    return Packet.audio(number, 160 * number, tone.frame(number));
  }

  private Wav stopped() throws IOException {
    recording.stop();
    Await.until(() -> Files.exists(copies.resolve("call-1")));
    return Wav.read(copies.resolve("call-1"));
  }

  private void keep(RecordingEvent event) {
    if (event instanceof Written written) {
      try {
        var name = written.name().substring(written.name().lastIndexOf('/') + 1);
        Files.copy(written.wav(), copies.resolve(name + "-"));
        // What was told before is told again at the next start.
        Files.move(
            copies.resolve(name + "-"), copies.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    if (event instanceof Failed failed) throw new AssertionError(failed);
    events.add(event);
  }
}
