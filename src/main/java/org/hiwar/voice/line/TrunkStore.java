package org.hiwar.voice.line;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.hiwar.voice.sip.Credentials;
import org.hiwar.voice.sip.Transport;
import org.hiwar.voice.sip.Trunk;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Trunks, with what they log in with. Whoever changes one tells [TrunkDirectory].
@Component
public class TrunkStore {
  private static final String COLUMNS =
      """
      select id, name, position, host, port, transport, user_name, secret, registers, checked, follows_redirects, also_from
      from trunk where workspace = :workspace
      """;

  private final Database database;

  public TrunkStore(Database database) {
    this.database = database;
  }

  /// In the order in which calls go out over them.
  public List<PlacedTrunk> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "order by position, id")
                .param("workspace", workspace.value())
                .query(TrunkStore::row)
                .list());
  }

  public Optional<PlacedTrunk> find(WorkspaceId workspace, TrunkId trunk) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "and id = :id")
                .param("workspace", workspace.value())
                .param("id", trunk.value())
                .query(TrunkStore::row)
                .optional());
  }

  /// False when another one has this name.
  public boolean add(WorkspaceId workspace, PlacedTrunk trunk) {
    return written(
        workspace,
        trunk,
        """
        insert into trunk (workspace, id, name, position, host, port, transport, user_name, secret, registers, checked, follows_redirects, also_from)
        values (:workspace, :id, :name, :position, :host, :port, :transport, :user, :secret, :registers, :checked, :redirects, :from)
        on conflict (workspace, name) do nothing\
        """);
  }

  /// False when another one has this name.
  public boolean change(WorkspaceId workspace, PlacedTrunk trunk) {
    return written(
        workspace,
        trunk,
        """
        update trunk set name = :name, position = :position, host = :host, port = :port, transport = :transport, user_name = :user,
                         secret = :secret, registers = :registers, checked = :checked, follows_redirects = :redirects, also_from = :from
        where workspace = :workspace and id = :id
          and not exists (select from trunk o where o.workspace = :workspace and o.name = :name and o.id <> :id)\
        """);
  }

  /// False when there is none, or it still has numbers.
  public boolean remove(WorkspaceId workspace, TrunkId trunk) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                        """
                        delete from trunk t where workspace = :workspace and id = :id
                          and not exists (select from phone_number n where n.workspace = t.workspace and n.trunk = t.id)\
                        """)
                    .param("workspace", workspace.value())
                    .param("id", trunk.value())
                    .update()
                == 1);
  }

  private boolean written(WorkspaceId workspace, PlacedTrunk trunk, String statement) {
    try {
      return database.in(
          workspace.value(), db -> filled(db.sql(statement), workspace, trunk).update() == 1);
    } catch (DuplicateKeyException _) {
      return false; // somebody else gave another one this name at the same moment
    }
  }

  private static StatementSpec filled(
      StatementSpec statement, WorkspaceId workspace, PlacedTrunk placed) {
    var trunk = placed.trunk();
    var login = trunk.credentials();
    return statement
        .param("workspace", workspace.value())
        .param("id", trunk.id().value())
        .param("name", trunk.name())
        .param("position", placed.position())
        .param("host", trunk.host())
        .param("port", trunk.port())
        .param("transport", trunk.transport().name())
        .param("user", login == null ? null : login.user())
        .param("secret", login == null ? null : login.password())
        .param("registers", trunk.registers())
        .param("checked", trunk.checked())
        .param("redirects", trunk.followsRedirects())
        .param("from", trunk.alsoFrom().toArray(String[]::new));
  }

  private static PlacedTrunk row(ResultSet row, int number) throws SQLException {
    var user = row.getString("user_name");
    var trunk =
        new Trunk(
            new TrunkId(row.getLong("id")),
            row.getString("name"),
            row.getString("host"),
            row.getInt("port"),
            Transport.valueOf(row.getString("transport")),
            user == null ? null : new Credentials(user, row.getString("secret")),
            row.getBoolean("registers"),
            row.getBoolean("checked"),
            row.getBoolean("follows_redirects"),
            List.of((String[]) row.getArray("also_from").getArray()));
    return new PlacedTrunk(trunk, row.getInt("position"));
  }
}
