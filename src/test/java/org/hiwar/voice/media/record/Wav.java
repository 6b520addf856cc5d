package org.hiwar.voice.media.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hiwar.voice.media.Tone;

/// The samples of a stereo recording, left and right, read without the code under test.
public record Wav(short[] left, short[] right) {
  public static Wav read(Path file) throws IOException {
    var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.getInt(40) != bytes.capacity() - 44 || bytes.getInt(4) != bytes.capacity() - 8)
      throw new AssertionError("the header lies");
    if (bytes.getShort(22) != 2 || bytes.getInt(24) != 8_000 || bytes.getShort(34) != 16)
      throw new AssertionError("another format");
    var count = bytes.getInt(40) / 4;
    var wav = new Wav(new short[count], new short[count]);
    for (var i = 0; i < count; i++) {
      wav.left[i] = bytes.getShort(44 + 4 * i);
      wav.right[i] = bytes.getShort(46 + 4 * i);
    }
    return wav;
  }

  public double seconds() {
    return left.length / 8_000.0;
  }

  public short[] left(double from, double to) {
    return Arrays.copyOfRange(left, (int) (from * 8_000), (int) (to * 8_000));
  }

  public short[] right(double from, double to) {
    return Arrays.copyOfRange(right, (int) (from * 8_000), (int) (to * 8_000));
  }

  public static boolean isSilent(short[] samples) {
    for (var sample : samples) if (sample != 0) return false;
    return true;
  }

  static boolean has(short[] samples, double hertz, double butNot) {
    return Tone.amplitude(samples, hertz) > 7_500 && Tone.amplitude(samples, butNot) < 80;
  }
}
