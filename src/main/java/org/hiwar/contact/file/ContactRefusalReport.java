package org.hiwar.contact.file;

import java.io.IOException;
import java.io.Writer;
import org.hiwar.platform.table.RefusalFile;
import org.hiwar.workspace.WorkspaceId;

/// What an import refused, as a file, read a page at a time.
public final class ContactRefusalReport {
  private static final int PAGE = 5_000;

  private ContactRefusalReport() {}

  public static void write(
      ContactImportStore store, WorkspaceId workspace, ContactImportId id, Writer to)
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

  private static RefusalFile.Refused told(RefusedContactValue refused) {
    return new RefusalFile.Refused(
        refused.line(),
        refused.whole() ? "ROW" : "VALUE",
        refused.field(),
        refused.reason().name(),
        refused.value());
  }
}
