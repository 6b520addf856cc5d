package org.hiwar.voice.media.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hiwar.voice.media.MediaLimits;

/// The loudest sample of each 100 ms of both sides, for drawing a recording.
public final class Waveform {
  /// Samples to a peak.
  private static final int SPAN = MediaLimits.RATE / 10;

  private final byte[][] peaks;

  private Waveform(byte[][] peaks) {
    this.peaks = peaks;
  }

  /// 0 for silence to 255 for the loudest, one for each 100 ms; the last may stand for less.
  public byte[] peaks(Side side) {
    return peaks[side.ordinal()].clone();
  }

  /// Looks through a WAV file as it is written here.
  static Waveform of(Path wav) throws IOException {
    try (var file = WavFile.read(wav)) {
      var count = (int) ((WavFile.samples(file) + SPAN - 1) / SPAN);
      var peaks = new byte[Side.values().length][count];
      var buffer = ByteBuffer.allocate(SPAN * WavFile.SAMPLE).order(ByteOrder.LITTLE_ENDIAN);
      for (var i = 0; i < count; i++) {
        WavFile.fill(buffer.clear(), file);
        for (var side = 0; side < peaks.length; side++) peaks[side][i] = peak(buffer, side);
      }
      return new Waveform(peaks);
    }
  }

  /// Reads what [#write] wrote.
  public static Waveform read(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var half = bytes.length / 2;
    return new Waveform(
        new byte[][] {Arrays.copyOf(bytes, half), Arrays.copyOfRange(bytes, half, bytes.length)});
  }

  void write(Path file) throws IOException {
    var bytes = ByteBuffer.allocate(2 * peaks[0].length);
    for (var side : peaks) bytes.put(side);
    Files.write(file, bytes.array());
  }

  private static byte peak(ByteBuffer samples, int side) {
    var peak = 0;
    for (var at = 2 * side; at + 2 <= samples.limit(); at += WavFile.SAMPLE)
      peak = Math.max(peak, Math.abs((int) samples.getShort(at)));
    return (byte) Math.min(255, peak >> 7);
  }
}
