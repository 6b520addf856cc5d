package org.hiwar.campaign.list;

import java.io.IOException;
import java.io.Writer;
import org.hiwar.platform.table.RefusalFile;
import org.hiwar.workspace.WorkspaceId;

/// What an import refused, as a file.
public final class RefusalReport {
  private RefusalReport() {}

  public static void write(ImportStore store, WorkspaceId workspace, ImportId id, Writer to)
      throws IOException {
    RefusalFile.write(
        to,
        (after, most) ->
            store.refusals(workspace, id, after, most).stream()
                .map(one -> new RefusalFile.Numbered(one.ordinal(), told(one.refused())))
                .toList());
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
