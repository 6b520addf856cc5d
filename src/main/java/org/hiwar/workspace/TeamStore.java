package org.hiwar.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.springframework.stereotype.Component;

/// Teams.
@Component
public class TeamStore {
  private final Database database;

  public TeamStore(Database database) {
    this.database = database;
  }

  /// False when the name is taken.
  public boolean add(WorkspaceId workspace, Team team) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                        "insert into team (workspace, id, name) values (?, ?, ?) on conflict"
                            + " (workspace, name) do nothing")
                    .params(workspace.value(), team.id().value(), team.name())
                    .update()
                == 1);
  }

  /// Another name. False when the name is taken.
  public boolean rename(WorkspaceId workspace, Team team) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                        """
                        update team set name = :name where workspace = :workspace and id = :id
                        and not exists (select from team where workspace = :workspace and name = :name and id <> :id)\
                        """)
                    .param("name", team.name())
                    .param("workspace", workspace.value())
                    .param("id", team.id().value())
                    .update()
                == 1);
  }

  /// Only of a team in which nobody is and that serves nothing.
  public void remove(WorkspaceId workspace, TeamId team) {
    database.in(
        workspace.value(),
        db ->
            db.sql("delete from team where workspace = ? and id = ?")
                .params(workspace.value(), team.value())
                .update());
  }

  public Optional<Team> find(WorkspaceId workspace, TeamId team) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("select id, name from team where workspace = ? and id = ?")
                .params(workspace.value(), team.value())
                .query(TeamStore::row)
                .optional());
  }

  /// By name.
  public List<Team> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("select id, name from team where workspace = ? order by name, id")
                .params(workspace.value())
                .query(TeamStore::row)
                .list());
  }

  private static Team row(ResultSet row, int number) throws SQLException {
    return new Team(new TeamId(row.getLong("id")), row.getString("name"));
  }
}
