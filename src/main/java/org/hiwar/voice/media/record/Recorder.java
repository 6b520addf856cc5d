package org.hiwar.voice.media.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.hiwar.voice.media.MediaLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes all recordings, on one thread. Four times a second everything older than a second is
/// written, so a process that is killed loses a second and a quarter at most; what of it survives a
/// loss of power is up to the file system.
public final class Recorder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
  private static final long TURN_NS = 20_000_000;
  private static final long WRITE_NS = 250_000_000;

  /// How old a sample is before it is written: packets may come as late.
  private static final long LAG = MediaLimits.RATE;

  private final RecordingFiles files;
  private final LongSupplier nanoTime;
  private final Consumer<RecordingEvent> listener;
  private final Encoder encoder;
  private final PacketRing ring = new PacketRing();
  private final ByteBuffer out = Canvas.buffer();
  private final ConcurrentLinkedQueue<Recording> begun = new ConcurrentLinkedQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private final List<Recording> recordings = new ArrayList<>();
  private final Thread thread;
  private volatile boolean closed;
  private long writtenAt;

  /// Also finishes what a crash has left in the folder, and tells about it.
  ///
  /// @param listener told on threads of the recorder; must not block
  public Recorder(Path folder, LongSupplier nanoTime, Consumer<RecordingEvent> listener) {
    this.files = new RecordingFiles(folder);
    this.nanoTime = nanoTime;
    this.listener = listener;
    this.encoder = new Encoder(files, listener);
    recover();
    this.thread = Thread.ofPlatform().name("recorder").daemon().start(this::run);
  }

  /// Begins a recording.
  ///
  /// @param name of the file below the folder, without ending: letters, digits, `-`, `_`, and `/`
  ///     between folders
  public Recording start(String name) {
    if (closed) throw new IllegalStateException("the recorder is closed");
    if (open.incrementAndGet() > MediaLimits.RECORDINGS) {
      open.decrementAndGet();
      throw new IllegalStateException("too many recordings at a time");
    }
    try {
      var file = WavFile.create(files.create(name));
      var recording = new Recording(name, nanoTime, ring, file, new Canvas(file, out));
      begun.add(recording);
      LockSupport.unpark(thread);
      return recording;
    } catch (IOException e) {
      open.decrementAndGet();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      open.decrementAndGet();
      throw e;
    }
  }

  /// What there is to hear of a recording; empty while it is being written, and when it is lost.
  public Optional<RecordedFile> file(String name) {
    if (Files.exists(files.opus(name)))
      return Optional.of(new RecordedFile(files.opus(name), files.peaks(name), "audio/ogg"));
    return Files.exists(files.wav(name))
        ? Optional.of(new RecordedFile(files.wav(name), null, "audio/wav"))
        : Optional.empty();
  }

  /// Deletes whatever there is of a recording that is over. False: it was not encoded yet, and what
  /// the encoder makes of it at this moment is to be deleted once more.
  public boolean delete(String name) throws IOException {
    boolean wasEncoded = !Files.exists(files.wav(name)) && !Files.exists(files.encoding(name));
    for (var file : files.all(name)) Files.deleteIfExists(file);
    return wasEncoded;
  }

  /// Packets that were lost because the disk did not keep up.
  public long dropped() {
    return ring.dropped();
  }

  /// Finishes all recordings, and the file that is being encoded.
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    encoder.close();
  }

  private void recover() {
    try {
      for (var name : files.unfinished()) {
        WavFile.repair(files.unfinished(name));
        files.finish(name);
      }
      // Those that were whole before, too: what was told of them may have been cut off.
      for (var name : files.unencoded()) {
        var wav = files.wav(name);
        listener.accept(new RecordingEvent.Written(name, wav, WavFile.repair(wav)));
        encoder.encode(name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run() {
    while (!closed) {
      turn();
      if (recordings.isEmpty() && begun.isEmpty()) LockSupport.park(this);
      else LockSupport.parkNanos(this, TURN_NS);
    }
    begun.forEach(Recording::stop);
    recordings.forEach(Recording::stop);
    turn();
  }

  private void turn() {
    for (var more = begun.poll(); more != null; more = begun.poll()) recordings.add(more);
    // Looked at before the ring is read: what was heard until then is in the ring by now.
    var now = nanoTime.getAsLong();
    var over = recordings.stream().filter(Recording::isOver).toList();
    ring.drain(this::write);
    if (now - writtenAt >= WRITE_NS) writeOld(now);
    over.forEach(this::finish);
  }

  private void write(PacketRing.Slot slot) {
    var recording = slot.recording;
    if (recording == null) return;
    try {
      recording.write(slot);
    } catch (IOException | RuntimeException e) {
      fail(recording, e);
    }
  }

  private void writeOld(long now) {
    writtenAt = now;
    for (var recording : List.copyOf(recordings)) {
      try {
        recording.writeOld(now, LAG);
      } catch (IOException | RuntimeException e) {
        fail(recording, e);
      }
    }
  }

  private void finish(Recording recording) {
    if (!recordings.remove(recording)) return;
    open.decrementAndGet();
    try {
      var length = recording.finish();
      var wav = files.finish(recording.name());
      listener.accept(new RecordingEvent.Written(recording.name(), wav, length));
      encoder.encode(recording.name());
    } catch (IOException | RuntimeException e) {
      failed(recording, e);
    }
  }

  /// The others go on.
  private void fail(Recording recording, Exception why) {
    if (!recordings.remove(recording)) return;
    open.decrementAndGet();
    try {
      recording.abandon();
    } catch (IOException e) {
      why.addSuppressed(e);
    }
    failed(recording, why);
  }

  private void failed(Recording recording, Exception why) {
    LOG.error("recording {} failed", recording.name(), why);
    listener.accept(new RecordingEvent.Failed(recording.name(), why.toString()));
  }
}
