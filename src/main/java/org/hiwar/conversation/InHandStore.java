package org.hiwar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.ContactSummary;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.Question;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.Sight;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Reads what agents of a workspace have in hand, in one message to the database.
@Component
public class InHandStore {
  private static final String OPEN =
      "i.workspace = ? and i.ended_at is null and i.agent is not null and i.begin_until is null";

  private final Database database;

  public InHandStore(Database database) {
    this.database = database;
  }

  /// @param first what was accepted first
  /// @param all how many there are, with those that did not fit
  /// @param people whom they are with
  /// @param awaiting since when the customer of a conversation has waited for an answer; one whose
  ///     turn it is to write is missing
  /// @param guests who is in one of them beside its agent, or asked to be
  public record Page(
      List<InHand> first,
      int all,
      Map<ContactId, ContactSummary> people,
      Map<ConversationId, Instant> awaiting,
      Map<InteractionId, List<Participant>> guests) {}

  /// @param sight whose
  public Page of(WorkspaceId workspace, Sight sight, int limit) {
    long ws = workspace.value();
    var open = open(ws, sight, limit);
    var first = new ArrayList<InHand>();
    var all = new int[1];
    var people = new HashMap<ContactId, ContactSummary>();
    var awaiting = new HashMap<ConversationId, Instant>();
    var guests = new HashMap<InteractionId, List<Participant>>();
    database.ask(
        ws,
        List.of(
            new Question(
                inHand(open),
                row -> {
                  all[0] = row.getInt("total");
                  first.add(inHand(row));
                }),
            ContactStore.summaries(
                workspace, people(ws, open), person -> people.put(person.id(), person)),
            new Question(
                awaiting(ws, open),
                row ->
                    awaiting.put(new ConversationId(row.getLong("id")), Micros.instant(row, "at"))),
            new Question(
                guests(ws, open),
                row -> {
                  var one = ParticipantStore.participant(row);
                  guests.computeIfAbsent(one.interaction(), _ -> new ArrayList<>()).add(one);
                })));
    return new Page(first, all[0], people, awaiting, guests);
  }

  /// Of these, what was accepted first comes first.
  private static SqlPart open(long workspace, Sight sight, int limit) {
    var order = " order by i.accepted_at, i.id limit ?";
    return switch (sight) {
      case Sight.Everybody _ -> new SqlPart(OPEN + order, List.of(workspace, limit));
      case Sight.OfTeams(_, var agents) ->
          new SqlPart(
              OPEN + " and i.agent = any(?)" + order,
              List.of(workspace, agents.stream().mapToLong(UserId::value).toArray(), limit));
    };
  }

  private static SqlPart inHand(SqlPart open) {
    return new SqlPart(
        """
        select i.id, i.conversation, coalesce(k.merged_into, k.id) as contact, i.medium, i.channel, i.service, i.agent, i.accepted_at,
          i.live_until is null as live, count(*) over () as total
        from interaction i join contact k on k.workspace = i.workspace and k.id = i.contact where %s\
        """
            .formatted(open.sql()),
        open.values());
  }

  private static SqlPart people(long workspace, SqlPart open) {
    return new SqlPart(
        """
        select coalesce(p.merged_into, p.id) from contact p
        where p.workspace = ? and p.id = any(array(select i.contact from interaction i where %s))\
        """
            .formatted(open.sql()),
        behind(workspace, open));
  }

  /// The first message of the customer behind the last one of an agent.
  private static SqlPart awaiting(long workspace, SqlPart open) {
    return new SqlPart(
        """
        select c.id, w.at from conversation c
        left join lateral (select m.seq from message m where m.workspace = c.workspace and m.conversation = c.id
          and m.author_kind = 'AGENT' and not m.internal order by m.seq desc limit 1) a on true
        cross join lateral (select m.at from message m where m.workspace = c.workspace and m.conversation = c.id
          and m.seq > coalesce(a.seq, 0) and m.author_kind = 'CUSTOMER' order by m.seq limit 1) w
        where c.workspace = ? and c.id = any(array(select i.conversation from interaction i where %s))\
        """
            .formatted(open.sql()),
        behind(workspace, open));
  }

  private static SqlPart guests(long workspace, SqlPart open) {
    return new SqlPart(
        ParticipantStore.SELECT
            + """
            left_at is null and interaction = any(array(select i.id from interaction i where %s)) order by interaction, since, agent\
            """
                .formatted(open.sql()),
        behind(workspace, open));
  }

  private static List<Object> behind(long workspace, SqlPart open) {
    var values = new ArrayList<Object>();
    values.add(workspace);
    values.addAll(open.values());
    return values;
  }

  private static InHand inHand(ResultSet row) throws SQLException {
    return new InHand(
        new InteractionId(row.getLong("id")),
        new ConversationId(row.getLong("conversation")),
        new ContactId(row.getLong("contact")),
        Medium.valueOf(row.getString("medium")),
        row.getString("channel"),
        new ServiceId(row.getLong("service")),
        new UserId(row.getLong("agent")),
        Micros.instant(row, "accepted_at"),
        row.getBoolean("live"));
  }
}
