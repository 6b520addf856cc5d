package org.hiwar.voice.media.record;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusSignal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hiwar.voice.media.MediaLimits;

/// Makes an Ogg Opus file of the WAV of a recording. It costs a few hundredths of the time that the
/// call took.
final class OpusFile {
  private static final int CHANNELS = 2;
  private static final int FRAME = MediaLimits.FRAME;

  /// Samples of Opus' own clock to one of ours.
  private static final int SCALE = 48_000 / MediaLimits.RATE;

  /// Enough that neither side is heard on the other's channel.
  private static final int BITS_PER_SECOND = 40_000;

  private static final int COMPLEXITY = 5;
  private static final int PACKET = 1_275;

  private OpusFile() {}

  static void encode(Path wav, Path opus) throws IOException {
    try (var in = WavFile.read(wav);
        var out = new BufferedOutputStream(Files.newOutputStream(opus))) {
      encode(in, out);
    } catch (OpusException e) {
      throw new IOException(e);
    }
  }

  private static void encode(FileChannel in, OutputStream out) throws IOException, OpusException {
    var encoder = encoder();
    var samples = WavFile.samples(in);
    var skip = encoder.getLookahead();
    var ogg = new OggOpusWriter(out, Long.hashCode(samples));
    ogg.begin(CHANNELS, skip * SCALE, MediaLimits.RATE);
    var packet = new byte[PACKET];
    var frames = (samples + skip + FRAME - 1) / FRAME;
    for (var i = 1L; i <= Math.max(1, frames); i++) {
      var length = encoder.encode(frame(in), 0, FRAME, packet, 0, PACKET);
      var last = i >= frames;
      var position = last ? samples + skip : i * FRAME;
      ogg.packet(Arrays.copyOf(packet, length), position * SCALE, last);
    }
  }

  private static OpusEncoder encoder() throws OpusException {
    var encoder =
        new OpusEncoder(MediaLimits.RATE, CHANNELS, OpusApplication.OPUS_APPLICATION_AUDIO);
    encoder.setBitrate(BITS_PER_SECOND);
    encoder.setUseVBR(true);
    encoder.setComplexity(COMPLEXITY);
    encoder.setSignalType(OpusSignal.OPUS_SIGNAL_VOICE);
    return encoder;
  }

  /// The next frame of both channels; silence behind the end.
  private static short[] frame(FileChannel in) throws IOException {
    var bytes = ByteBuffer.allocate(FRAME * WavFile.SAMPLE).order(ByteOrder.LITTLE_ENDIAN);
    WavFile.fill(bytes, in);
    var frame = new short[FRAME * CHANNELS];
    bytes.asShortBuffer().get(frame, 0, bytes.limit() / 2);
    return frame;
  }
}
