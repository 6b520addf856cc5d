package org.hiwar.voice.webrtc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// What a browser's microphone hears: one second of a tone, which Chromium repeats.
public final class ToneFile {
  private static final int RATE = 48_000;

  private ToneFile() {}

  public static Path of(int hertz) throws IOException {
    var samples = ByteBuffer.allocate(2 * RATE).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < RATE; i++)
      samples.putShort((short) (12_000 * Math.sin(2 * Math.PI * hertz * i / RATE)));
    var folder = Files.createDirectories(Path.of("target/tones").toAbsolutePath());
    var file = folder.resolve(hertz + ".wav");
    if (Files.exists(file)) return file;
    // Moved there when it is whole: another test may be about to give it to its browser.
    var part = Files.createTempFile(folder, "part", ".wav");
    var format = new AudioFormat(RATE, 16, 1, true, false);
    try (var audio =
        new AudioInputStream(new ByteArrayInputStream(samples.array()), format, RATE)) {
      AudioSystem.write(audio, AudioFileFormat.Type.WAVE, part.toFile());
    }
    return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
