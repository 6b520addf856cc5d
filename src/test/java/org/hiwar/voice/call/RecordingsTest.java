package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.hiwar.voice.media.record.RecordingEvent;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

/// What the recorder tells reaches the database.
class RecordingsTest {
  private final AtomicInteger away = new AtomicInteger();
  private final List<String> kept = new CopyOnWriteArrayList<>();
  private final Recordings recordings =
      new Recordings(
          new RecordingStore(TestDatabase.database()) {
            @Override
            void written(WorkspaceId workspace, String file, Duration length) {
              if (file.endsWith("refused"))
                throw new DataIntegrityViolationException("no such row");
              if (away.getAndDecrement() > 0) throw new CannotCreateTransactionException("away");
              kept.add(workspace + " " + file + " " + length);
            }

            @Override
            void failed(WorkspaceId workspace, String file) {
              kept.add(workspace + " " + file + " failed");
            }
          });

  private static RecordingEvent written(String name) {
    return new RecordingEvent.Written(name, Path.of("call.wav"), Duration.ofSeconds(3));
  }

  @Test
  void whatIsToldWhileThereIsNoDatabaseIsKeptWhenItIsBackInItsOrder() {
    away.set(2);
    recordings.accept(written("7/a"));
    recordings.accept(written("7/b"));
    recordings.accept(new RecordingEvent.Failed("8/c", "no space"));
    Await.until(() -> kept.size() == 3);
    assertThat(kept).containsExactly("7 7/a PT3S", "7 7/b PT3S", "8 8/c failed");
    assertThat(away).hasNegativeValue();
  }

  @Test
  void whatWillNeverBeKeptHoldsUpNoOther() {
    recordings.accept(written("what is this"));
    recordings.accept(written("7/refused"));
    recordings.accept(written("7/a"));
    Await.until(() -> kept.equals(List.of("7 7/a PT3S")));
  }
}
