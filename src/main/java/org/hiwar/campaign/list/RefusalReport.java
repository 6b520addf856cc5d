package org.hiwar.campaign.list;

import java.io.IOException;
import java.io.Writer;
import org.hiwar.platform.table.RefusalFile;
import org.hiwar.workspace.WorkspaceId;

/// What an import refused, as a file, read a page at a time.
public final class RefusalReport {
  private static final int PAGE = 5_000;

  private RefusalReport() {}

  public static void write(ImportStore store, WorkspaceId workspace, ImportId id, Writer to)
      throws IOException {
    var file = new RefusalFile(to);
    long after = 0;
    for (var page = store.refusals(workspace, id, after, PAGE);
        !page.isEmpty();
        page = store.refusals(workspace, id, after, PAGE)) {
      for (var one : page) file.add(told(one.refused()));
      after = page.getLast().ordinal();
    }
  }

  private static RefusalFile.Refused told(RefusedValue refused) {
    return new RefusalFile.Refused(
        refused.line(),
        refused.whole() ? "ROW" : "NUMBER",
        refused.field(),
        refused.reason().name(),
        refused.value());
  }
}
