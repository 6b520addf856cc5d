package org.hiwar.voice.media.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.hiwar.voice.media.MediaLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Encodes recordings that are whole, one after the other, on a thread that leaves the processor to
/// others when they want it.
final class Encoder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Encoder.class);

  private final RecordingFiles files;
  private final Consumer<RecordingEvent> listener;
  private final BlockingQueue<String> waiting =
      new ArrayBlockingQueue<>(MediaLimits.WAITING_ENCODINGS);
  private final Thread thread;

  Encoder(RecordingFiles files, Consumer<RecordingEvent> listener) {
    this.files = files;
    this.listener = listener;
    this.thread = Thread.ofPlatform().name("encoder").daemon().unstarted(this::run);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  /// What finds no room stays a WAV until the next start.
  void encode(String name) {
    if (!waiting.offer(name)) LOG.warn("too many recordings to encode: {} waits", name);
  }

  /// The file that is being encoded is encoded again at the next start.
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) make(waiting.take());
    } catch (InterruptedException _) {
      return; // Closed.
    }
  }

  private void make(String name) {
    try {
      var wav = files.wav(name);
      var waveform = Waveform.of(wav);
      OpusFile.encode(wav, files.encoding(name));
      waveform.write(files.peaks(name));
      Files.move(files.encoding(name), files.opus(name), StandardCopyOption.ATOMIC_MOVE);
      Files.delete(wav);
      listener.accept(new RecordingEvent.Encoded(name, files.opus(name), waveform));
    } catch (IOException | RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) return;
      LOG.error("encoding {} failed", name, e);
      listener.accept(new RecordingEvent.Failed(name, e.toString()));
    }
  }
}
