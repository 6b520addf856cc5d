package org.hiwar.voice.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hiwar.platform.database.Database;
import org.hiwar.voice.sip.digest.Secret;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// The telephones of users. Whoever changes one tells [PhoneBook].
@Component
public class SipPhoneStore {
  private static final String COLUMNS =
      "select id, name, owner, login, sha256, md5 from sip_phone where workspace = :workspace ";

  private final Database database;

  public SipPhoneStore(Database database) {
    this.database = database;
  }

  /// By name.
  public List<SipPhone> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "order by name, id")
                .param("workspace", workspace.value())
                .query(SipPhoneStore::row)
                .list());
  }

  public Optional<SipPhone> find(WorkspaceId workspace, SipPhoneId phone) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "and id = :id")
                .param("workspace", workspace.value())
                .param("id", phone.value())
                .query(SipPhoneStore::row)
                .optional());
  }

  /// False when another one has this login, of whatever workspace.
  public boolean add(WorkspaceId workspace, SipPhone phone) {
    return written(
        workspace,
        phone,
        """
        insert into sip_phone (workspace, id, name, owner, login, sha256, md5)
        values (:workspace, :id, :name, :owner, :login, :sha256, :md5)
        on conflict (login) do nothing\
        """);
  }

  /// False when another one has this login, of whatever workspace: then the transaction around it
  /// cannot go on.
  public boolean change(WorkspaceId workspace, SipPhone phone) {
    return written(
        workspace,
        phone,
        """
        update sip_phone set name = :name, owner = :owner, login = :login, sha256 = :sha256, md5 = :md5
        where workspace = :workspace and id = :id\
        """);
  }

  /// False when there is none.
  public boolean remove(WorkspaceId workspace, SipPhoneId phone) {
    return database.in(
        workspace.value(),
        db ->
            db.sql("delete from sip_phone where workspace = :workspace and id = :id")
                    .param("workspace", workspace.value())
                    .param("id", phone.value())
                    .update()
                == 1);
  }

  private boolean written(WorkspaceId workspace, SipPhone phone, String statement) {
    try {
      return database.in(
          workspace.value(), db -> filled(db.sql(statement), workspace, phone).update() == 1);
    } catch (DuplicateKeyException _) {
      return false;
    }
  }

  private static StatementSpec filled(
      StatementSpec statement, WorkspaceId workspace, SipPhone phone) {
    return statement
        .param("workspace", workspace.value())
        .param("id", phone.id().value())
        .param("name", phone.name())
        .param("owner", phone.owner().value())
        .param("login", phone.login())
        .param("sha256", phone.secret().sha256())
        .param("md5", phone.secret().md5());
  }

  private static SipPhone row(ResultSet row, int number) throws SQLException {
    return new SipPhone(
        new SipPhoneId(row.getLong("id")),
        row.getString("name"),
        new UserId(row.getLong("owner")),
        row.getString("login"),
        new Secret(row.getString("sha256"), row.getString("md5")));
  }
}
