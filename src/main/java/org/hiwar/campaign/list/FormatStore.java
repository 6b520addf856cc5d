package org.hiwar.campaign.list;

import java.util.List;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Saved formats of files.
@Component
public class FormatStore {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final Database database;
  private final Ids ids;

  public FormatStore(Database database, Ids ids) {
    this.database = database;
    this.ids = ids;
  }

  /// By name.
  public List<ImportFormat> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db
                .sql("select settings from import_format where workspace = ? order by name")
                .param(workspace.value())
                .query(String.class)
                .list()
                .stream()
                .map(text -> JSON.readValue(text, ImportFormat.class))
                .toList());
  }

  /// In place of one that had the name.
  public void save(WorkspaceId workspace, ImportFormat format) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into import_format (workspace, id, name, settings) values (?, ?, ?, ?::jsonb)
                    on conflict (workspace, name) do update set settings = excluded.settings\
                    """)
                .params(
                    workspace.value(), ids.next(), format.name(), JSON.writeValueAsString(format))
                .update());
  }

  /// False when there is none.
  public boolean remove(WorkspaceId workspace, String name) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("delete from import_format where workspace = ? and name = ?")
                    .params(workspace.value(), name)
                    .update()
                == 1);
  }
}
