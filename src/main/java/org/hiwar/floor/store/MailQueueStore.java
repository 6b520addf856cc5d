package org.hiwar.floor.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.hiwar.floor.core.WorkId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Reads the mails that wait to be taken, as the floor has committed them. The floor keeps the same
/// order when it offers mails.
@Component
public class MailQueueStore {
  private final Database database;

  public MailQueueStore(Database database) {
    this.database = database;
  }

  /// A service whose mails are taken.
  public record Pulled(ServiceId service, int precedence, long answerWithinMs) {}

  /// @param due until when an answer is promised
  public record Waiting(WorkId work, int precedence, Instant due) {}

  /// @param all how many there are, with those that did not fit
  public record Page(List<Waiting> first, int all) {}

  /// What waits in these services for anybody: first by precedence, then by what is due first.
  public Page waiting(WorkspaceId workspace, Collection<Pulled> services, int limit) {
    if (services.isEmpty()) return new Page(List.of(), 0);
    return database.in(
        workspace.value(),
        db -> {
          var all = new int[1];
          var first =
              db.sql(
                      """
                      select w.id, t.precedence + w.priority as before, w.arrived_at + t.within * interval '1 millisecond' as due,
                        count(*) over () as total
                      from floor_work w
                      join unnest(?::bigint[], ?::int[], ?::bigint[]) as t(service, precedence, within) on t.service = w.service
                      where w.workspace = ? and w.medium = 'EMAIL' and w.state = 'QUEUED' and w.until is null
                      order by before desc, due, w.id limit ?\
                      """)
                  .param(services.stream().map(s -> s.service().value()).toArray(Long[]::new))
                  .param(services.stream().map(Pulled::precedence).toArray(Integer[]::new))
                  .param(services.stream().map(Pulled::answerWithinMs).toArray(Long[]::new))
                  .param(workspace.value())
                  .param(limit)
                  .query(
                      (row, _) -> {
                        all[0] = row.getInt("total");
                        return new Waiting(
                            new WorkId(row.getLong("id")),
                            row.getInt("before"),
                            instant(row, "due"));
                      })
                  .list();
          return new Page(first, all[0]);
        });
  }

  /// What the agent has postponed, in the order in which it comes back.
  public List<WorkId> postponed(WorkspaceId workspace, UserId agent, int limit) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select id from floor_work where workspace = ? and state = 'POSTPONED' and preferred = ? order by until, id limit ?\
                    """)
                .param(workspace.value())
                .param(agent.value())
                .param(limit)
                .query((row, _) -> new WorkId(row.getLong(1)))
                .list());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
