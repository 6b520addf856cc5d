package org.hiwar.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which addresses do not want to be written to, channel by channel (S0-51). It belongs to the
/// address: whoever has it, and whoever gets it later.
@Component
public class OptOuts {
  private final Database database;
  private final Clock clock;

  public OptOuts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// The customer has said so, in this word. False when it was known.
  public boolean said(
      WorkspaceId workspace, AddressKind kind, String value, String channel, String word) {
    return put(workspace, kind, value, channel, word, null);
  }

  /// An agent has noted it. False when it was known.
  public boolean noted(
      WorkspaceId workspace, AddressKind kind, String value, String channel, UserId by) {
    return put(workspace, kind, value, channel, null, by);
  }

  private boolean put(
      WorkspaceId workspace,
      AddressKind kind,
      String value,
      String channel,
      @Nullable String word,
      @Nullable UserId by) {
    return database.in(
            workspace.value(),
            db ->
                db.sql(
                        """
                        insert into opt_out (workspace, kind, value, channel, word, by_user, at) values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (workspace, kind, value, channel) do nothing\
                        """)
                    .param(workspace.value())
                    .param(kind.name())
                    .param(value)
                    .param(channel)
                    .param(word)
                    .param(by == null ? null : by.value())
                    .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update())
        == 1;
  }

  /// They want to be written to again. False when they did already.
  public boolean remove(WorkspaceId workspace, AddressKind kind, String value, String channel) {
    return database.in(
            workspace.value(),
            db ->
                db.sql(
                        "delete from opt_out where workspace = ? and kind = ? and value = ? and"
                            + " channel = ?")
                    .param(workspace.value())
                    .param(kind.name())
                    .param(value)
                    .param(channel)
                    .update())
        == 1;
  }

  public boolean has(WorkspaceId workspace, AddressKind kind, String value, String channel) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select exists (select from opt_out where workspace = ? and kind = ? and value = ? and channel = ?)\
                    """)
                .param(workspace.value())
                .param(kind.name())
                .param(value)
                .param(channel)
                .query(Boolean.class)
                .single());
  }

  /// Those of all addresses of a contact, the earliest first.
  public List<OptOut> of(WorkspaceId workspace, ContactId contact) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select distinct o.kind, o.value, o.channel, o.word, o.by_user, o.at from contact_address a
                    join opt_out o on o.workspace = a.workspace and o.kind = a.kind and o.value = a.value
                    where a.workspace = ? and a.contact = any(array(select contacts_of(?, ?)))
                    order by o.at, o.kind, o.value, o.channel\
                    """)
                .param(workspace.value())
                .param(workspace.value())
                .param(contact.value())
                .query(OptOuts::optOut)
                .list());
  }

  private static OptOut optOut(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    long by = row.getLong("by_user");
    var agent = row.wasNull() ? null : new UserId(by);
    return new OptOut(
        AddressKind.valueOf(row.getString("kind")),
        row.getString("value"),
        row.getString("channel"),
        row.getString("word"),
        agent,
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
