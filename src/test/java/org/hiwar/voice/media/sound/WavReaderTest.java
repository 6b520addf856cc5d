package org.hiwar.voice.media.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.hiwar.voice.media.Tone;
import org.hiwar.voice.media.sound.SoundFile.Fault;
import org.hiwar.voice.media.sound.SoundFile.Playable;
import org.hiwar.voice.media.sound.SoundFile.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavReaderTest {
  @ParameterizedTest
  @CsvSource({"8000,1", "16000,1", "44100,2", "48000,1", "48000,2", "44100,1"})
  void aToneIsTheSameToneAtEightThousand(int rate, int channels) {
    var clip = clip(wav(rate, channels, tone(rate, rate, 1_004)));

    assertThat(clip.length().toMillis()).isBetween(1_000L, 1_020L);
    var middle = Arrays.copyOfRange(clip.samples(), 800, 7_200);
    assertThat(Tone.amplitude(middle, 1_004)).isBetween(7_850.0, 8_150.0);
    assertThat(Tone.amplitude(middle, 700)).isLessThan(25);
  }

  @ParameterizedTest
  @ValueSource(ints = {16_000, 44_100, 48_000})
  void whatIsAboveTheBandDoesNotComeBackAsAnotherTone(int rate) {
    var clip = clip(wav(rate, 1, tone(rate, rate, 5_100)));

    var middle = Arrays.copyOfRange(clip.samples(), 800, 7_200);
    assertThat(Tone.amplitude(middle, 2_900)).isLessThan(12);
  }

  @Test
  void chunksThatNobodyKnowsAreSteppedOver() {
    var plain = wav(8_000, 1, tone(8_000, 8_000, 440));
    var extra = new byte[] {'L', 'I', 'S', 'T', 3, 0, 0, 0, 1, 2, 3, 0};
    var file = new byte[plain.length + extra.length];
    System.arraycopy(plain, 0, file, 0, 12);
    System.arraycopy(extra, 0, file, 12, extra.length);
    System.arraycopy(plain, 12, file, 12 + extra.length, plain.length - 12);

    assertThat(clip(file).frames()).isEqualTo(50);
  }

  @Test
  void theLengthOfAStreamedFileIsThatOfTheFile() {
    var file = wav(8_000, 1, tone(8_000, 8_000, 440));
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(40, -1);

    assertThat(clip(file).frames()).isEqualTo(50);
  }

  @Test
  void whatCannotBePlayedIsRefusedWithTheReason() {
    var good = wav(8_000, 1, tone(8_000, 8_000, 440));

    assertThat(fault("ID3 and so on, an MP3".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(Fault.NOT_WAV);
    assertThat(fault(new byte[0])).isEqualTo(Fault.NOT_WAV);
    assertThat(fault(Arrays.copyOf(good, 30))).isEqualTo(Fault.TRUNCATED);
    assertThat(fault(Arrays.copyOf(good, 36))).isEqualTo(Fault.TRUNCATED);
    assertThat(fault(Arrays.copyOf(good, 44))).isEqualTo(Fault.EMPTY);
    assertThat(fault(wav(22_050, 1, new short[100]))).isEqualTo(Fault.SAMPLE_RATE);
    assertThat(fault(wav(8_000, 6, new short[120]))).isEqualTo(Fault.CHANNELS);
    assertThat(fault(wav(8_000, 0, new short[120]))).isEqualTo(Fault.CHANNELS);
    assertThat(fault(with(good, 20, 7))).isEqualTo(Fault.NOT_PCM_16);
    assertThat(fault(with(good, 34, 8))).isEqualTo(Fault.NOT_PCM_16);
    assertThat(fault(wav(8_000, 1, new short[8_000 * 601]))).isEqualTo(Fault.TOO_LONG);
  }

  @Test
  void noBrokenFileDoesHarm() {
    var good = wav(16_000, 2, tone(16_000, 1_600, 440));
    var random = new SplittableRandom(5);
    for (var i = 0; i < 3_000; i++) {
      var broken = Arrays.copyOf(good, random.nextInt(good.length) + 1);
      for (var k = 0; k < 4; k++)
        broken[random.nextInt(Math.min(60, broken.length))] = (byte) random.nextInt();
      assertThat(WavReader.read(broken)).isNotNull();
    }
  }

  private static Clip clip(byte[] file) {
    return switch (WavReader.read(file)) {
      case Playable(var clip) -> clip;
      case Refused refused -> throw new AssertionError(refused);
    };
  }

  private static Fault fault(byte[] file) {
    return switch (WavReader.read(file)) {
      case Playable _ -> throw new AssertionError("it was taken");
      case Refused refused -> refused.fault();
    };
  }

  private static byte[] with(byte[] file, int at, int value) {
    var changed = file.clone();
    changed[at] = (byte) value;
    return changed;
  }

  private static short[] tone(int rate, int count, double hertz) {
    var samples = new short[count];
    for (var i = 0; i < count; i++)
      samples[i] = (short) Math.round(8_000 * Math.sin(2 * Math.PI * hertz * i / rate));
    return samples;
  }

  /// The same samples in every channel.
  private static byte[] wav(int rate, int channels, short[] samples) {
    var bytes = 2 * channels * samples.length;
    var file = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(36 + bytes).put(ascii("WAVEfmt ")).putInt(16);
    file.putShort((short) 1).putShort((short) channels).putInt(rate);
    file.putInt(2 * channels * rate).putShort((short) (2 * channels)).putShort((short) 16);
    file.put(ascii("data")).putInt(bytes);
    for (var sample : samples) for (var i = 0; i < channels; i++) file.putShort(sample);
    return file.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
