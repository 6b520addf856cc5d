package org.hiwar.conversation.removal;

import java.util.Collection;
import java.util.List;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Files that are to be deleted, because their rows have gone: table `file_removal`.
@Component
public class FileRemovalStore {
  private final Database database;

  public FileRemovalStore(Database database) {
    this.database = database;
  }

  /// @param file below the folder of its kind
  record Noted(long id, RemovedFiles.Kind kind, String file) {}

  /// For the transaction that removes the rows. Empty names are of no file.
  public void add(WorkspaceId workspace, RemovedFiles.Kind kind, Collection<String> files) {
    var named = files.stream().filter(file -> !file.isEmpty()).distinct().toArray(String[]::new);
    if (named.length == 0) return;
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    "insert into file_removal (workspace, kind, file) select ?, ?, f from"
                        + " unnest(?::text[]) as f")
                .param(workspace.value())
                .param(kind.name())
                .param(named)
                .update());
  }

  /// Some of them, behind the id `after`, in the order in which they were noted.
  List<Noted> next(WorkspaceId workspace, long after) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select id, kind, file from file_removal where workspace = ? and id > ? order"
                        + " by id limit "
                        + RemovalLimits.FILES)
                .params(workspace.value(), after)
                .query(
                    (row, _) ->
                        new Noted(
                            row.getLong("id"),
                            RemovedFiles.Kind.valueOf(row.getString("kind")),
                            row.getString("file")))
                .list());
  }

  /// They are gone.
  void done(WorkspaceId workspace, List<Noted> files) {
    if (files.isEmpty()) return;
    database.in(
        workspace.value(),
        db ->
            db.sql("delete from file_removal where workspace = ? and id = any(?)")
                .param(workspace.value())
                .param(files.stream().map(Noted::id).toArray(Long[]::new))
                .update());
  }
}
