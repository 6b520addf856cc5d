package org.hiwar.voice.media.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.hiwar.voice.media.MediaLimits;

/// The WAV file of a recording: PCM of 16 bits in two channels at 8,000 Hz.
///
/// Its header says how long it is only at the end. [#repair] makes it true after a crash, from the
/// length of the file.
final class WavFile {
  static final int HEADER = 44;

  /// Bytes of a sample of both channels.
  static final int SAMPLE = 4;

  private WavFile() {}

  static FileChannel create(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.WRITE);
    writeHeader(channel, 0);
    channel.position(HEADER);
    return channel;
  }

  /// The samples that were written since [#create].
  static long samples(FileChannel channel) throws IOException {
    return Math.max(0, channel.size() - HEADER) / SAMPLE;
  }

  static Duration length(long samples) {
    return Duration.ofMillis(samples * 1_000 / MediaLimits.RATE);
  }

  /// Makes the header say what there is.
  static void complete(FileChannel channel) throws IOException {
    writeHeader(channel, samples(channel) * SAMPLE);
  }

  /// Cuts off half a sample and completes the header; gives the length. Repairing what is whole
  /// changes nothing.
  static Duration repair(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(HEADER + samples(channel) * SAMPLE);
      complete(channel);
      return length(samples(channel));
    }
  }

  /// Opens what is whole, at its first sample.
  static FileChannel read(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ);
    channel.position(HEADER);
    return channel;
  }

  /// Reads until the buffer is full or the file ends, and flips it.
  static void fill(ByteBuffer buffer, FileChannel from) throws IOException {
    var read = 0;
    while (read >= 0 && buffer.hasRemaining()) read = from.read(buffer);
    buffer.flip();
  }

  private static void writeHeader(FileChannel channel, long bytes) throws IOException {
    var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put(ascii("RIFF")).putInt((int) (HEADER - 8 + bytes)).put(ascii("WAVEfmt ")).putInt(16);
    header.putShort((short) 1).putShort((short) 2).putInt(MediaLimits.RATE);
    header.putInt(MediaLimits.RATE * SAMPLE).putShort((short) SAMPLE).putShort((short) 16);
    header.put(ascii("data")).putInt((int) bytes).flip();
    while (header.hasRemaining()) channel.write(header, header.position());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
