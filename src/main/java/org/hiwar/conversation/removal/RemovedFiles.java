package org.hiwar.conversation.removal;

import java.io.IOException;

/// Where files of a kind are, for whoever deletes those whose rows have gone.
public interface RemovedFiles {
  enum Kind {
    ATTACHMENT,
    RECORDING
  }

  Kind kind();

  /// Deletes what there is of the file. True: nothing can come of it any more; false: something was
  /// still being made of it, and it is to be asked again.
  boolean delete(String file) throws IOException;
}
