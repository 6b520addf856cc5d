package org.hiwar.contact.file;

import java.io.IOException;
import java.io.Writer;
import org.hiwar.platform.table.RefusalFile;
import org.hiwar.workspace.WorkspaceId;

/// What an import refused, as a file.
public final class ContactRefusalReport {
  private ContactRefusalReport() {}

  public static void write(
      ContactImportStore store, WorkspaceId workspace, ContactImportId id, Writer to)
      throws IOException {
    RefusalFile.write(
        to,
        (after, most) ->
            store.refusals(workspace, id, after, most).stream()
                .map(one -> new RefusalFile.Numbered(one.ordinal(), told(one.refused())))
                .toList());
  }

  private static RefusalFile.Refused told(RefusedContactValue refused) {
    return new RefusalFile.Refused(
        refused.line(),
        refused.whole() ? "ROW" : "VALUE",
        refused.field(),
        refused.reason().name(),
        refused.value());
  }
}
