package org.hiwar.conversation.removal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hiwar.conversation.removal.FileRemovalStore.Noted;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Deletes files whose rows have gone. A file that will not go stays on the list, and keeps no
/// other.
@Component
public class FileRemovals {
  private static final Logger LOG = LoggerFactory.getLogger(FileRemovals.class);

  private final FileRemovalStore store;
  private final Map<RemovedFiles.Kind, RemovedFiles> folders;

  public FileRemovals(FileRemovalStore store, List<RemovedFiles> folders) {
    this.store = store;
    this.folders =
        folders.stream().collect(Collectors.toMap(RemovedFiles::kind, Function.identity()));
  }

  /// Goes through the list once.
  public void workOff(WorkspaceId workspace) {
    long after = 0;
    for (var some = store.next(workspace, after);
        !some.isEmpty();
        some = store.next(workspace, after)) {
      store.done(workspace, deleted(some));
      after = some.getLast().id();
    }
  }

  private List<Noted> deleted(List<Noted> some) {
    var gone = new ArrayList<Noted>();
    for (var one : some) if (isDeleted(one)) gone.add(one);
    return gone;
  }

  private boolean isDeleted(Noted one) {
    var folder = folders.get(one.kind());
    if (folder == null) return false;
    try {
      return folder.delete(one.file());
    } catch (IOException | RuntimeException e) {
      LOG.warn("A file of kind {} could not be deleted: {}", one.kind(), e.toString());
      return false;
    }
  }
}
