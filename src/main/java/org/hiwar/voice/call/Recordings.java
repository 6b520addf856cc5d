package org.hiwar.voice.call;

import java.util.function.Consumer;
import org.hiwar.voice.media.record.RecordingEvent;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what the recorder says of its files; each is named after its workspace.
public final class Recordings implements Consumer<RecordingEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);

  private final RecordingStore store;

  public Recordings(RecordingStore store) {
    this.store = store;
  }

  /// What cannot be kept now is kept at the next start only for files that were not finished, so it
  /// is said.
  @Override
  public void accept(RecordingEvent event) {
    Thread.startVirtualThread(() -> keep(event));
  }

  private void keep(RecordingEvent event) {
    try {
      var workspace = new WorkspaceId(Long.parseLong(event.name().split("/", 2)[0]));
      switch (event) {
        case RecordingEvent.Written written ->
            store.written(workspace, written.name(), written.length());
        case RecordingEvent.Failed failed -> store.failed(workspace, failed.name());
        case RecordingEvent.Encoded _ -> {}
      }
    } catch (RuntimeException e) {
      LOG.error("That recording {} is {} was not kept", event.name(), event.getClass(), e);
    }
  }
}
