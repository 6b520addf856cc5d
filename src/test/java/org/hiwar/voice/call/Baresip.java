package org.hiwar.voice.call;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.hiwar.voice.media.Tone;
import org.hiwar.voice.sip.Sipp;

/// Debian's baresip as an agent's telephone: it speaks a tone, and its keys are pressed over its
/// console.
public final class Baresip implements AutoCloseable {
  private static final int RATE = 8_000;
  private static final int LONG = 300 * RATE;
  /// Of a WAV file, before the samples.
  private static final int HEAD = 44;

  private final Path folder;
  private final int console;
  private final Process process;

  public Baresip(Path folder, InetSocketAddress hiwar, String login, String password, int hertz)
      throws IOException {
    this.folder = folder;
    console = Sipp.freePort();
    Files.writeString(folder.resolve("config"), config(hertz));
    Files.writeString(
        folder.resolve("accounts"),
        "<sip:"
            + login
            + "@127.0.0.1:"
            + hiwar.getPort()
            + ">;auth_user="
            + login
            + ";auth_pass="
            + password
            + ";answermode=manual;regint=120\n");
    process =
        new ProcessBuilder("baresip", "-4", "-f", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(screenFile().toFile())
            .start();
  }

  private String config(int hertz) throws IOException {
    return """
    module_path /usr/lib/baresip/modules
    module g711.so
    module aufile.so
    module sndfile.so
    module cons.so
    module_app account.so
    module_app menu.so
    cons_listen 127.0.0.1:%d
    sip_listen 127.0.0.1:0
    net_interface 127.0.0.1
    audio_source aufile,%s
    snd_path %s
    """
        .formatted(console, voice(hertz), folder);
  }

  /// Minutes of a tone; it is not repeated.
  private Path voice(int hertz) throws IOException {
    var samples = Tone.of(hertz).samples(0, LONG);
    var bytes = ByteBuffer.allocate(2 * LONG).order(ByteOrder.LITTLE_ENDIAN);
    for (var sample : samples) bytes.putShort(sample);
    var format = new AudioFormat(RATE, 16, 1, true, false);
    var file = folder.resolve("voice.wav");
    try (var audio = new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, LONG)) {
      AudioSystem.write(audio, AudioFileFormat.Type.WAVE, file.toFile());
    }
    return file;
  }

  /// Whether a tone is in the last half second that it has decoded.
  public boolean hears(int hertz) {
    try (var files = Files.list(folder)) {
      var heard = files.filter(file -> file.toString().endsWith("-dec.wav")).findFirst();
      return heard.isPresent() && Tone.amplitude(lately(heard.get()), hertz) > 3_000;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static short[] lately(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var samples = new short[RATE / 2];
    var from = bytes.length / 2 * 2 - 2 * samples.length;
    if (from < HEAD) return samples;
    ByteBuffer.wrap(bytes, from, 2 * samples.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .get(samples);
    return samples;
  }

  private Path screenFile() {
    return folder.resolve("screen");
  }

  /// What it has said so far.
  String screen() {
    try {
      return Files.exists(screenFile()) ? Files.readString(screenFile()) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean rings() {
    return screen().contains("Incoming call from");
  }

  public void answers() throws IOException {
    command("accept");
  }

  public void hangsUp() throws IOException {
    command("hangup");
  }

  private void command(String name) throws IOException {
    var bytes = ("/" + name + "\n").getBytes(StandardCharsets.US_ASCII);
    try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      socket.send(
          new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), console));
    }
  }

  /// Turns it off, which takes its registration back.
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
