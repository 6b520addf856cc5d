package org.hiwar.voice.media.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.hiwar.voice.media.MediaLimits;
import org.hiwar.voice.media.sound.SoundFile.Fault;
import org.hiwar.voice.media.sound.SoundFile.Playable;
import org.hiwar.voice.media.sound.SoundFile.Refused;

/// Reads WAV files (RIFF, *Multimedia Programming Interface and Data Specifications 1.0*) with PCM
/// of 16 bits, one or two channels, at the rates people have. Anything may be uploaded, so nothing
/// in the file is believed.
public final class WavReader {
  private static final int PCM = 1;

  /// The format stands in the first two bytes of a GUID.
  private static final int EXTENSIBLE = 0xFFFE;

  private static final int EXTENSIBLE_SUBFORMAT = 24;
  private static final int RIFF = id("RIFF");
  private static final int WAVE = id("WAVE");
  private static final int FORMAT = id("fmt ");
  private static final int DATA = id("data");
  private static final Set<Integer> RATES = Set.of(8_000, 16_000, 44_100, 48_000);

  private WavReader() {}

  public static SoundFile read(byte[] file) {
    if (file.length > MediaLimits.CLIP_FILE)
      return new Refused(Fault.TOO_LARGE, file.length + " bytes");
    var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < 12 || bytes.getInt(0) != RIFF || bytes.getInt(8) != WAVE)
      return new Refused(Fault.NOT_WAV, "no RIFF file of the kind WAVE");
    var format = chunk(bytes, FORMAT);
    var data = chunk(bytes, DATA);
    if (format.limit() < 16 || !hasChunk(bytes, DATA))
      return new Refused(Fault.TRUNCATED, "its format or its samples are missing");
    return read(format, data);
  }

  private static SoundFile read(ByteBuffer format, ByteBuffer data) {
    var kind = Short.toUnsignedInt(format.getShort(0));
    if (kind == EXTENSIBLE && format.limit() >= EXTENSIBLE_SUBFORMAT + 2)
      kind = Short.toUnsignedInt(format.getShort(EXTENSIBLE_SUBFORMAT));
    int channels = format.getShort(2);
    var rate = format.getInt(4);
    int bits = format.getShort(14);
    if (kind != PCM || bits != 16)
      return new Refused(Fault.NOT_PCM_16, "format " + kind + " with " + bits + " bits");
    if (channels != 1 && channels != 2) return new Refused(Fault.CHANNELS, channels + " channels");
    if (!RATES.contains(rate)) return new Refused(Fault.SAMPLE_RATE, rate + " Hz");
    var samples = data.limit() / (2 * channels);
    if (samples == 0) return new Refused(Fault.EMPTY, "no samples");
    if (samples > MediaLimits.CLIP.toSeconds() * rate)
      return new Refused(Fault.TOO_LONG, samples / rate + " seconds");
    return new Playable(Clip.of(Resampler.from(rate).resampled(mono(data, samples, channels))));
  }

  private static short[] mono(ByteBuffer data, int count, int channels) {
    var samples = new short[count];
    for (var i = 0; i < count; i++) {
      var sum = 0;
      for (var channel = 0; channel < channels; channel++)
        sum += data.getShort(2 * (i * channels + channel));
      samples[i] = (short) (sum / channels);
    }
    return samples;
  }

  private static boolean hasChunk(ByteBuffer file, int wanted) {
    return position(file, wanted) >= 0;
  }

  /// The content of the first chunk of a kind, cut where the file ends; empty when there is none.
  private static ByteBuffer chunk(ByteBuffer file, int wanted) {
    var at = position(file, wanted);
    if (at < 0) return ByteBuffer.allocate(0);
    var said = Integer.toUnsignedLong(file.getInt(at + 4));
    var length = (int) Math.min(said, file.limit() - at - 8L);
    return file.slice(at + 8, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Where the first chunk of a kind begins, or -1. Chunks begin at even places.
  private static int position(ByteBuffer file, int wanted) {
    var at = 12L;
    while (at + 8 <= file.limit()) {
      if (file.getInt((int) at) == wanted) return (int) at;
      var length = Integer.toUnsignedLong(file.getInt((int) at + 4));
      at += 8 + length + (length & 1);
    }
    return -1;
  }

  private static int id(String name) {
    return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
  }
}
