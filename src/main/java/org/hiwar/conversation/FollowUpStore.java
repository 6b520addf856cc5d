package org.hiwar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hiwar.contact.ContactId;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Follow-ups: planned by an agent for themselves, then moved, done or cancelled.
@Component
public class FollowUpStore {
  /// How the channel of follow-ups is called among those of activities.
  public static final String CHANNEL = "follow-up";

  private static final String SELECT =
      """
      select f.*, coalesce(c.merged_into, c.id) as belongs_to, i.conversation, i.service from follow_up f
        join interaction i on i.workspace = f.workspace and i.id = f.interaction
        join contact c on c.workspace = f.workspace and c.id = f.contact
      where f.workspace = ? and \
      """;

  private final Database database;
  private final Ids ids;
  private final Clock clock;

  public FollowUpStore(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /// Plans one of `owner` about an interaction.
  public FollowUpChange plan(
      WorkspaceId workspace, UserId owner, InteractionId interaction, FollowUp.Plan plan) {
    var id = ids.next();
    return database.in(
        workspace.value(),
        db -> {
          // One at a time for an owner, so that the limit holds.
          db.sql("select id from app_user where workspace = ? and id = ? for no key update")
              .params(workspace.value(), owner.value())
              .query(Long.class)
              .optional();
          if (planned(db, workspace, owner).size() >= ConversationLimits.FOLLOW_UPS)
            return new FollowUpChange.TooMany();
          int made =
              db.sql(
                      """
                      insert into follow_up (workspace, id, contact, interaction, owner, due_at, zone, note, remind_minutes, created_at)
                      select workspace, ?, contact, id, ?, ?, ?, ?, ?, ? from interaction where workspace = ? and id = ?\
                      """)
                  .param(id)
                  .param(owner.value())
                  .param(Micros.parameter(plan.dueAt()))
                  .param(plan.zone())
                  .param(plan.note())
                  .param(plan.remindMinutes())
                  .param(Micros.parameter(Micros.now(clock)))
                  .param(workspace.value())
                  .param(interaction.value())
                  .update();
          return made == 0
              ? new FollowUpChange.NotFound()
              : new FollowUpChange.Saved(find(db, workspace, new FollowUpId(id)).orElseThrow());
        });
  }

  /// Plans it anew, if it is still planned and nobody has changed it since `version`.
  public FollowUpChange move(
      WorkspaceId workspace, UserId owner, FollowUpId id, FollowUp.Plan plan, long version) {
    return change(
        workspace,
        owner,
        id,
        (db, now) -> {
          if (now.state() != FollowUp.State.PLANNED || now.version() != version)
            return new FollowUpChange.Changed(now);
          db.sql(
                  """
                  update follow_up set due_at = ?, zone = ?, note = ?, remind_minutes = ?, version = version + 1
                  where workspace = ? and id = ?\
                  """)
              .param(Micros.parameter(plan.dueAt()))
              .param(plan.zone())
              .param(plan.note())
              .param(plan.remindMinutes())
              .param(workspace.value())
              .param(id.value())
              .update();
          return new FollowUpChange.Saved(find(db, workspace, id).orElseThrow());
        });
  }

  /// Ends it, done or cancelled. What ended so before stays as it is.
  public FollowUpChange close(
      WorkspaceId workspace, UserId owner, FollowUpId id, FollowUp.State state) {
    return change(
        workspace,
        owner,
        id,
        (db, now) -> {
          if (now.state() == state) return new FollowUpChange.Saved(now);
          if (now.state() != FollowUp.State.PLANNED) return new FollowUpChange.Changed(now);
          db.sql(
                  "update follow_up set state = ?, closed_at = ?, version = version + 1 where"
                      + " workspace = ? and id = ?")
              .param(state.name())
              .param(Micros.parameter(Micros.now(clock)))
              .param(workspace.value())
              .param(id.value())
              .update();
          return new FollowUpChange.Saved(find(db, workspace, id).orElseThrow());
        });
  }

  private interface Change {
    FollowUpChange make(JdbcClient db, FollowUp now);
  }

  private FollowUpChange change(WorkspaceId workspace, UserId owner, FollowUpId id, Change change) {
    return database.in(
        workspace.value(),
        db -> {
          db.sql("select id from follow_up where workspace = ? and id = ? for update")
              .params(workspace.value(), id.value())
              .query(Long.class)
              .optional();
          var now = find(db, workspace, id);
          if (now.isEmpty()) return new FollowUpChange.NotFound();
          return now.get().owner().equals(owner)
              ? change.make(db, now.get())
              : new FollowUpChange.NotTheirs();
        });
  }

  public Optional<FollowUp> find(WorkspaceId workspace, FollowUpId id) {
    return database.in(workspace.value(), db -> find(db, workspace, id));
  }

  /// What a user has still to do, the most urgent first.
  public List<FollowUp> planned(WorkspaceId workspace, UserId owner) {
    return database.in(workspace.value(), db -> planned(db, workspace, owner));
  }

  /// Those that follow an activity, the newest first.
  public List<FollowUp> of(WorkspaceId workspace, InteractionId interaction) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(SELECT + "f.interaction = ? order by f.created_at desc, f.id desc limit 200")
                .params(workspace.value(), interaction.value())
                .query(FollowUpStore::followUp)
                .list());
  }

  /// Those among the activities of a contact, the newest first: at most `limit`, and none when
  /// those of another channel are asked for.
  public List<FollowUp> among(WorkspaceId workspace, ActivityQuery query) {
    var filter = query.filter();
    if (filter.channel() != null && !filter.channel().equals(CHANNEL)) return List.of();
    var sql = new StringBuilder(SELECT).append("f.contact = any(array(select contacts_of(?, ?)))");
    var values =
        new ArrayList<Object>(
            List.of(workspace.value(), workspace.value(), query.contact().value()));
    if (filter.from() != null)
      and(sql, values, "f.created_at >= ?", Micros.parameter(filter.from()));
    if (filter.until() != null)
      and(sql, values, "f.created_at < ?", Micros.parameter(filter.until()));
    if (filter.agent() != null) and(sql, values, "f.owner = ?", filter.agent().value());
    if (filter.service() != null) and(sql, values, "i.service = ?", filter.service().value());
    if (!filter.words().isEmpty())
      and(sql, values, "f.note ~ all(?)", filter.words().toArray(String[]::new));
    query
        .after()
        .ifPresent(
            cursor -> {
              and(sql, values, "(f.created_at, f.id) < (?, ?)", Micros.parameter(cursor.at()));
              values.add(cursor.interaction().value());
            });
    sql.append(" order by f.created_at desc, f.id desc limit ").append(query.limit());
    return database.in(
        workspace.value(),
        db -> db.sql(sql.toString()).params(values).query(FollowUpStore::followUp).list());
  }

  private static void and(StringBuilder sql, List<Object> values, String condition, Object value) {
    sql.append(" and ").append(condition);
    values.add(value);
  }

  private static Optional<FollowUp> find(JdbcClient db, WorkspaceId workspace, FollowUpId id) {
    return db.sql(SELECT + "f.id = ?")
        .params(workspace.value(), id.value())
        .query(FollowUpStore::followUp)
        .optional();
  }

  private static List<FollowUp> planned(JdbcClient db, WorkspaceId workspace, UserId owner) {
    return db.sql(
            SELECT
                + "f.owner = ? and f.state = 'PLANNED' order by f.due_at, f.id limit "
                + ConversationLimits.FOLLOW_UPS)
        .params(workspace.value(), owner.value())
        .query(FollowUpStore::followUp)
        .list();
  }

  private static FollowUp followUp(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    int minutes = row.getInt("remind_minutes");
    var reminds = row.wasNull() ? null : Integer.valueOf(minutes);
    return new FollowUp(
        new FollowUpId(row.getLong("id")),
        new ContactId(row.getLong("belongs_to")),
        new InteractionId(row.getLong("interaction")),
        new ConversationId(row.getLong("conversation")),
        new ServiceId(row.getLong("service")),
        new UserId(row.getLong("owner")),
        new FollowUp.Plan(
            Micros.instant(row, "due_at"), row.getString("zone"), row.getString("note"), reminds),
        FollowUp.State.valueOf(row.getString("state")),
        Micros.instant(row, "created_at"),
        Micros.orNull(row, "closed_at"),
        row.getLong("version"));
  }
}
