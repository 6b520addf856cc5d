package org.hiwar.voice.call;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.hiwar.platform.database.Away;
import org.hiwar.voice.media.record.RecordingEvent;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what the recorder says of its files; each is named after its workspace. While there is no
/// database it waits, and goes on where it was. What waits when Hiwar ends is told again at the
/// next start.
public final class Recordings implements Consumer<RecordingEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final RecordingStore store;
  private final BlockingQueue<RecordingEvent> told = new LinkedBlockingQueue<>();

  public Recordings(RecordingStore store) {
    this.store = store;
    Thread.ofVirtual().name("recordings").start(this::keepAll);
  }

  @Override
  public void accept(RecordingEvent event) {
    told.add(event);
  }

  private void keepAll() {
    try {
      while (true) {
        var event = told.take();
        while (!keep(event)) Thread.sleep(PAUSE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// False: there is no database now.
  private boolean keep(RecordingEvent event) {
    try {
      var workspace = new WorkspaceId(Long.parseLong(event.name().split("/", 2)[0]));
      switch (event) {
        case RecordingEvent.Written written ->
            store.written(workspace, written.name(), written.length());
        case RecordingEvent.Failed failed -> store.failed(workspace, failed.name());
        case RecordingEvent.Encoded _ -> {}
      }
      return true;
    } catch (RuntimeException e) {
      if (Away.caused(e)) {
        LOG.warn("What became of recording {} is kept later: {}", event.name(), e.toString());
        return false;
      }
      LOG.error("That recording {} is {} was not kept", event.name(), event.getClass(), e);
      return true;
    }
  }
}
