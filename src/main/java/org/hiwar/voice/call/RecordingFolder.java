package org.hiwar.voice.call;

import java.io.IOException;
import org.hiwar.conversation.removal.RemovedFiles;
import org.hiwar.voice.media.record.Recorder;
import org.springframework.stereotype.Component;

/// Deletes the sounds of recordings whose rows have gone.
@Component
class RecordingFolder implements RemovedFiles {
  private final Recorder recorder;

  RecordingFolder(Recorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public Kind kind() {
    return Kind.RECORDING;
  }

  @Override
  public boolean delete(String file) throws IOException {
    return recorder.delete(file);
  }
}
