package org.hiwar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.hiwar.contact.ContactId;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads what happened with a contact. An activity is the interaction itself, not a copy: it needs
/// no saving.
@Component
public class ActivityStore {
  private static final String SELECT =
      "select "
          + InteractionRows.COLUMNS
          + """
          , (select count(*) from message m where m.workspace = i.workspace and m.interaction = i.id and not m.internal) as messages,
            (select m.text from message m where m.workspace = i.workspace and m.interaction = i.id and m.author_kind = 'CUSTOMER' order by m.seq limit 1) as first_text
          from \
          """;
  private static final String NEWEST_FIRST = " order by i.arrived_at desc, i.id desc limit ";

  private final Database database;
  private final List<ActivityWords> words;

  public ActivityStore(Database database, List<ActivityWords> words) {
    this.database = database;
    this.words = List.copyOf(words);
  }

  /// Whatever they are.
  public ActivityPage page(
      WorkspaceId workspace, ContactId contact, Optional<ActivityCursor> after, int limit) {
    return page(workspace, new ActivityQuery(contact, ActivityFilter.ALL, after, limit));
  }

  /// The activities of a contact and of those merged into it, newest first, the ones that are still
  /// going on included. Looks through a limited number of them: a page with fewer than are wanted,
  /// even none, is the last one only if it says so.
  public ActivityPage page(WorkspaceId workspace, ActivityQuery query) {
    int rows = Math.clamp(query.limit(), 1, ConversationLimits.PAGE);
    return database.in(
        workspace.value(),
        db -> {
          boolean narrows = query.filter().narrows();
          int through = narrows ? ConversationLimits.LOOKED_THROUGH : rows + 1;
          var some = ActivityRange.of(workspace, query, through);
          var which = ActivityRange.within(query.filter(), words);
          var found =
              db.sql(SELECT + some.sql() + which.sql() + NEWEST_FIRST + (rows + 1))
                  .params(some.values())
                  .params(which.values())
                  .query(ActivityStore::activity)
                  .list();
          if (found.size() <= rows)
            return new ActivityPage(found, narrows ? lookedThrough(db, some) : Optional.empty());
          var items = found.subList(0, rows);
          return new ActivityPage(
              items, Optional.of(ActivityCursor.of(items.getLast().interaction())));
        });
  }

  /// Up to where was looked, when there may be more behind it.
  private static Optional<ActivityCursor> lookedThrough(JdbcClient db, SqlPart some) {
    return db.sql(
            "select i.arrived_at, i.id from "
                + some.sql()
                + " (select count(*) from "
                + some.sql()
                + " true) = ? order by i.arrived_at, i.id limit 1")
        .params(some.values())
        .params(some.values())
        .param(ConversationLimits.LOOKED_THROUGH)
        .query(
            (row, _) ->
                new ActivityCursor(
                    Micros.instant(row, "arrived_at"), new InteractionId(row.getLong("id"))))
        .optional();
  }

  /// What the latest activities of a contact can be told apart by.
  public ActivityChoices choices(WorkspaceId workspace, ContactId contact) {
    var latest = new ActivityQuery(contact, ActivityFilter.ALL, Optional.empty(), 1);
    var some = ActivityRange.of(workspace, latest, ConversationLimits.LOOKED_THROUGH);
    var channels = new TreeMap<String, ActivityChoices.ByChannel>();
    var agents = new LinkedHashSet<UserId>();
    var services = new LinkedHashSet<ServiceId>();
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select distinct i.channel, i.medium, i.account, i.agent, i.service from "
                        + some.sql()
                        + " true")
                .params(some.values())
                .query(
                    (row, _) -> {
                      var channel = row.getString("channel");
                      channels.putIfAbsent(
                          channel,
                          new ActivityChoices.ByChannel(
                              channel,
                              Medium.valueOf(row.getString("medium")),
                              InteractionRows.orNull(row, "account", Long::valueOf)));
                      var agent = InteractionRows.orNull(row, "agent", UserId::new);
                      if (agent != null) agents.add(agent);
                      return services.add(new ServiceId(row.getLong("service")));
                    })
                .list());
    return new ActivityChoices(
        List.copyOf(channels.values()), List.copyOf(agents), List.copyOf(services));
  }

  public Optional<Activity> find(WorkspaceId workspace, InteractionId interaction) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(SELECT + "interaction i where i.workspace = ? and i.id = ?")
                .param(workspace.value())
                .param(interaction.value())
                .query(ActivityStore::activity)
                .optional());
  }

  private static Activity activity(ResultSet row, int number) throws SQLException {
    return new Activity(
        InteractionRows.interaction(row, number),
        row.getInt("messages"),
        row.getString("first_text"));
  }
}
