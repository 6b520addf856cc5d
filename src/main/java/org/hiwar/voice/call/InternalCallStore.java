package org.hiwar.voice.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Keeps the calls between users, apart from those with customers.
@Component
public class InternalCallStore {
  private final Database database;

  public InternalCallStore(Database database) {
    this.database = database;
  }

  void begin(WorkspaceId workspace, InternalCallDetail begun) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    insert into internal_call (workspace, id, caller, callee, began) values (?, ?, ?, ?, ?)\
                    """)
                .param(workspace.value())
                .param(begun.id().value())
                .param(begun.caller().value())
                .param(begun.callee().value())
                .param(CallDetailStore.at(begun.began()))
                .update());
  }

  /// An end that is there already stays.
  void change(WorkspaceId workspace, InternalCallDetail now) {
    var result = now.result();
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update internal_call set answered = ?, ended = ?, result = ? where workspace = ? and id = ? and ended is null\
                    """)
                .param(CallDetailStore.at(now.answered()))
                .param(CallDetailStore.at(now.ended()))
                .param(result == null ? null : result.name())
                .param(workspace.value())
                .param(now.id().value())
                .update());
  }

  /// Gives an end to those that lost theirs with the process that had them.
  ///
  /// @param before when this process began
  void endLost(WorkspaceId workspace, Instant before, Instant now) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update internal_call set ended = ?, result = 'DROPPED' where workspace = ? and ended is null and began < ?\
                    """)
                .param(CallDetailStore.at(now))
                .param(workspace.value())
                .param(CallDetailStore.at(before))
                .update());
  }

  /// The last ones in which a user took part, the last one first.
  public List<InternalCallDetail> last(WorkspaceId workspace, UserId user, int most) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select id, caller, callee, began, answered, ended, result from internal_call
                    where workspace = ? and (caller = ? or callee = ?) order by id desc limit ?\
                    """)
                .param(workspace.value())
                .param(user.value())
                .param(user.value())
                .param(most)
                .query(InternalCallStore::detail)
                .list());
  }

  private static InternalCallDetail detail(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    var result = row.getString("result");
    return new InternalCallDetail(
        new SideId(row.getLong("id")),
        new UserId(row.getLong("caller")),
        new UserId(row.getLong("callee")),
        row.getObject("began", OffsetDateTime.class).toInstant(),
        CallDetailStore.instant(row, "answered"),
        CallDetailStore.instant(row, "ended"),
        result == null ? null : CallResult.valueOf(result));
  }
}
