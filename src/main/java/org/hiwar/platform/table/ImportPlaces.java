package org.hiwar.platform.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.hiwar.platform.Refusal;

/// The places for files of one kind that are brought in at the same time: a few, so that whoever
/// works meanwhile keeps their connections and most of the database.
public final class ImportPlaces {
  private static final Duration LATER = Duration.ofMinutes(1);

  private final ImportFiles files;
  private final Semaphore free;

  public ImportPlaces(ImportFiles files, int places) {
    this.files = files;
    free = new Semaphore(places);
  }

  /// What begins with a file that is here.
  @FunctionalInterface
  public interface Beginning<T> {
    T with(Path file) throws IOException;
  }

  /// Receives a file in a place of its own, and begins. Where that fails, neither file nor place is
  /// kept; else both are whose work has begun, until [#leave].
  public <T> T enter(InputStream body, Beginning<T> beginning) throws IOException {
    if (!free.tryAcquire()) throw tooMany();
    boolean begun = false;
    try {
      var file = files.receive(body);
      try {
        var work = beginning.with(file);
        begun = true;
        return work;
      } finally {
        if (!begun) Files.deleteIfExists(file);
      }
    } finally {
      if (!begun) free.release();
    }
  }

  private static Refusal tooMany() {
    return Refusal.tooMany(
        "imports-too-many",
        "Other files are being imported just now. Try again when they are done.",
        LATER);
  }

  /// The work in one of them is over.
  public void leave() {
    free.release();
  }
}
