package org.hiwar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.hiwar.contact.ContactId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Reads what happened with a contact. An activity is the interaction itself, not a copy: it needs
/// no saving.
@Component
public class ActivityStore {
  private static final String SELECT =
      "select "
          + InteractionRows.COLUMNS
          + """
          , (select count(*) from message m where m.workspace = i.workspace and m.interaction = i.id) as messages,
            (select m.text from message m where m.workspace = i.workspace and m.interaction = i.id and m.author_kind = 'CUSTOMER' order by m.seq limit 1) as first_text
          from\
          """;

  /// The newest of each, so that a page of one with a hundred thousand reads no more than a page.
  private static final String OF_CONTACT =
      """
       contacts_of(?, ?) k cross join lateral (
        select * from interaction i where i.workspace = ? and i.contact = k%1$s order by i.arrived_at desc, i.id desc limit %2$d) i
      order by i.arrived_at desc, i.id desc limit %2$d\
      """;

  private final Database database;

  public ActivityStore(Database database) {
    this.database = database;
  }

  /// Those of every channel.
  public ActivityPage page(
      WorkspaceId workspace, ContactId contact, Optional<ActivityCursor> after, int limit) {
    return page(workspace, contact, Optional.empty(), after, limit);
  }

  /// The activities of a contact and of those merged into it, newest first, the ones that are still
  /// going on included.
  ///
  /// @param channel as interactions name it; empty: every channel
  public ActivityPage page(
      WorkspaceId workspace,
      ContactId contact,
      Optional<String> channel,
      Optional<ActivityCursor> after,
      int limit) {
    int rows = Math.clamp(limit, 1, ConversationLimits.PAGE);
    var found =
        database.in(
            workspace.value(),
            db -> {
              var statement =
                  db.sql(
                          SELECT
                              + OF_CONTACT.formatted(
                                  (channel.isEmpty() ? "" : " and i.channel = ?")
                                      + (after.isEmpty()
                                          ? ""
                                          : " and (i.arrived_at, i.id) < (?, ?)"),
                                  rows + 1))
                      .param(workspace.value())
                      .param(contact.value())
                      .param(workspace.value());
              channel.ifPresent(statement::param);
              after.ifPresent(
                  cursor ->
                      statement
                          .param(Micros.parameter(cursor.at()))
                          .param(cursor.interaction().value()));
              return statement.query(ActivityStore::activity).list();
            });
    var items = found.subList(0, Math.min(rows, found.size()));
    var last = items.isEmpty() ? null : items.getLast().interaction();
    var next =
        found.size() <= rows || last == null
            ? Optional.<ActivityCursor>empty()
            : Optional.of(new ActivityCursor(last.arrivedAt(), last.id()));
    return new ActivityPage(items, next);
  }

  public Optional<Activity> find(WorkspaceId workspace, InteractionId interaction) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(SELECT + " interaction i where i.workspace = ? and i.id = ?")
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
