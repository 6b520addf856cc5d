package org.hiwar.voice.media.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.testing.Await;
import org.hiwar.voice.media.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that records is killed (SIGKILL) in the middle of a call.
class CrashTest {
  @TempDir Path folder;

  @Test
  void allButTheLastTwoSecondsAreThereAfterTheProcessWasKilled() throws Exception {
    var recordedMs = recordAndKill(5_000);
    assertThat(folder.resolve("killed.recording")).exists();

    var events = new CopyOnWriteArrayList<RecordingEvent>();
    var repaired = new CopyOnWriteArrayList<Wav>();
    try (var _ =
        new Recorder(
            folder,
            System::nanoTime,
            event -> {
              if (event instanceof RecordingEvent.Written(_, var wav, _)) repaired.add(read(wav));
              events.add(event);
            })) {
      Await.until(() -> events.stream().anyMatch(RecordingEvent.Encoded.class::isInstance));
    }

    var wav = repaired.getFirst();
    assertThat(wav.seconds()).isBetween(recordedMs / 1_000.0 - 2, recordedMs / 1_000.0 + 2);
    assertThat(Wav.has(wav.left(0.1, 0.9), 440, 1_004)).isTrue();
    assertThat(Wav.has(wav.right(0.1, 0.9), 1_004, 440)).isTrue();
    assertThat(Wav.isSilent(wav.left(1.1, 1.9)) && Wav.isSilent(wav.right(1.1, 1.9))).isTrue();
    var last = wav.seconds();
    assertThat(Tone.amplitude(wav.left(last - 0.5, last), 440)).isGreaterThan(6_000);
    assertThat(Tone.amplitude(wav.right(last - 0.5, last), 1_004)).isGreaterThan(6_000);
    assertThat(OpusReader.read(folder.resolve("killed.opus")).seconds())
        .isBetween(last - 0.01, last + 0.01);
  }

  @Test
  void aFileThatHoldsNothingYetIsRepairedToo() throws IOException {
    var file = folder.resolve("empty");
    Files.write(file, new byte[0]);
    WavFile.repair(file);
    assertThat(Wav.read(file).seconds()).isZero();

    Files.write(file, new byte[51]);
    WavFile.repair(file);
    assertThat(Wav.read(file).left()).hasSize(1);
  }

  /// How much the process said it had recorded when it was killed, in milliseconds.
  private long recordAndKill(long afterMs) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-cp",
                    System.getProperty("java.class.path"),
                    RecordedCall.class.getName(),
                    folder.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      var recorded = 0L;
      for (var line = said.readLine(); line != null; line = said.readLine()) {
        recorded = Long.parseLong(line);
        if (recorded >= afterMs) process.toHandle().destroyForcibly();
      }
      assertThat(process.waitFor()).isEqualTo(128 + 9);
      return recorded;
    } finally {
      process.destroyForcibly();
    }
  }

  private static Wav read(Path file) {
    try {
      return Wav.read(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
