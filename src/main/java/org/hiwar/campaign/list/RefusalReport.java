package org.hiwar.campaign.list;

import java.io.IOException;
import java.io.Writer;
import org.hiwar.workspace.WorkspaceId;

/// What an import refused, as a file that a table program opens: with a byte order mark, because
/// Excel takes UTF-8 for something else without one, and with no cell that is a formula.
public final class RefusalReport {
  private static final int PAGE = 5_000;

  private RefusalReport() {}

  public static void write(ImportStore store, WorkspaceId workspace, ImportId id, Writer to)
      throws IOException {
    to.write("\ufeffline,what,field,reason,value\r\n");
    long after = 0;
    for (var page = store.refusals(workspace, id, after, PAGE);
        !page.isEmpty();
        page = store.refusals(workspace, id, after, PAGE)) {
      for (var one : page) row(one.refused(), to);
      after = page.getLast().ordinal();
    }
  }

  private static void row(RefusedValue refused, Writer to) throws IOException {
    to.write(Long.toString(refused.line()));
    to.write(refused.whole() ? ",ROW," : ",NUMBER,");
    to.write(cell(refused.field() == null ? "" : refused.field()));
    to.write(',');
    to.write(refused.reason().name());
    to.write(',');
    to.write(cell(refused.value()));
    to.write("\r\n");
  }

  /// Quoted after RFC 4180; what a table program would calculate gets an apostrophe before it.
  static String cell(String value) {
    var harmless =
        !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    return '"' + harmless.replace("\"", "\"\"") + '"';
  }
}
