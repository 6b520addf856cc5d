package org.hiwar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hiwar.contact.ContactId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads interactions.
@Component
public class InteractionStore {
  /// The agent before this one is looked up through the contact's activities.
  private static final String ARRIVALS =
      """
      select i.id, i.conversation, i.contact, i.party, i.service, i.medium, i.channel, i.language, i.arrived_at, c.owner,
        (select p.agent from contacts_of(i.workspace, i.contact) k cross join lateral (
           select agent, arrived_at, id from interaction where workspace = i.workspace and contact = k and agent is not null and id <> i.id
           order by arrived_at desc, id desc limit 1) p
         order by p.arrived_at desc, p.id desc limit 1) as last_agent
      from interaction i join conversation c on c.workspace = i.workspace and c.id = i.conversation
      where i.workspace = ? and i.ended_at is null and i.agent is null and i.begin_until is null\
      """;

  private final Database database;

  public InteractionStore(Database database) {
    this.database = database;
  }

  public Optional<Interaction> find(WorkspaceId workspace, InteractionId interaction) {
    return read(workspace, "i.id = ?", interaction.value()).stream().findFirst();
  }

  /// Every interaction that is not over, whoever has it, oldest first: what the floor must know,
  /// all of it.
  public List<Interaction> open(WorkspaceId workspace) {
    return read(workspace, "i.ended_at is null order by i.id");
  }

  /// Those interactions that wait for an agent, as they arrived, oldest first: what the floor's
  /// sweeper compares. A call that an agent begins does not wait: the floor gives it to that agent,
  /// or it is closed.
  public List<Arrival> waiting(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(ARRIVALS + " order by i.id")
                .param(workspace.value())
                .query(InteractionStore::arrival)
                .list());
  }

  /// The interactions of some conversations, oldest first within each; calls that the floor has not
  /// taken (yet) are none.
  public List<Interaction> ofConversations(
      WorkspaceId workspace, Collection<ConversationId> conversations) {
    if (conversations.isEmpty()) return List.of();
    var wanted = conversations.stream().map(ConversationId::value).distinct().toArray(Long[]::new);
    return read(
        workspace,
        "i.conversation = any(?) and i.begin_until is null order by i.id",
        (Object) wanted);
  }

  /// The contact's newest interaction on a channel from one address of theirs; empty if there was
  /// none.
  ///
  /// @param party the address: two browsers of one contact do not see what is said in the other
  public Optional<Interaction> newest(
      WorkspaceId workspace, ContactId contact, Medium medium, String channel, String party) {
    return read(
            workspace,
            """
            i.id = (select n.id from contacts_of(?, ?) k cross join lateral (
              select id, arrived_at from interaction where workspace = ? and contact = k and medium = ? and channel = ? and party = ?
              order by arrived_at desc, id desc limit 1) n
            order by n.arrived_at desc, n.id desc limit 1)\
            """,
            workspace.value(),
            contact.value(),
            workspace.value(),
            medium.name(),
            channel,
            party)
        .stream()
        .findFirst();
  }

  private List<Interaction> read(WorkspaceId workspace, String which, Object... values) {
    return database.in(workspace.value(), db -> read(db, workspace, which, values));
  }

  /// `which` is SQL with a question mark for each of `values`.
  static List<Interaction> read(
      JdbcClient db, WorkspaceId workspace, String which, Object... values) {
    return db.sql(InteractionRows.SELECT + which)
        .param(workspace.value())
        .params(values)
        .query(InteractionRows::interaction)
        .list();
  }

  /// Since when nobody has written in a live interaction that an agent has.
  public record Silence(InteractionId interaction, ServiceId service, Instant since) {}

  /// The silences of a channel, in no order.
  public List<Silence> silences(WorkspaceId workspace, Medium medium, String channel) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select i.id, i.service, greatest(c.last_message_at, i.accepted_at) as since
                    from interaction i join conversation c on c.workspace = i.workspace and c.id = i.conversation
                    where i.workspace = ? and i.ended_at is null and i.live_until is null and i.agent is not null and i.medium = ? and i.channel = ?\
                    """)
                .param(workspace.value())
                .param(medium.name())
                .param(channel)
                .query(
                    (row, _) ->
                        new Silence(
                            new InteractionId(row.getLong(1)),
                            new ServiceId(row.getLong(2)),
                            Micros.instant(row, "since")))
                .list());
  }

  /// When the customer with this address last wrote to an account of ours; empty: never.
  public Optional<Instant> lastHeard(WorkspaceId workspace, long account, String party) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select max(m.at) as heard from (select id from interaction where workspace = ? and account = ? and party = ?
                      order by arrived_at desc, id desc limit ?) i
                    join message m on m.workspace = ? and m.interaction = i.id and m.author_kind = 'CUSTOMER'\
                    """)
                .param(workspace.value())
                .param(account)
                .param(party)
                .param(ConversationLimits.REMEMBERED_INTERACTIONS)
                .param(workspace.value())
                .query((row, _) -> Optional.ofNullable(Micros.orNull(row, "heard")))
                .single());
  }

  /// Live texts by an account of ours that an agent has and in which nobody has written since
  /// `longAgo`; mails are none.
  public List<Silence> silencesByAccount(WorkspaceId workspace, Instant longAgo) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select i.id, i.service, s.since from interaction i,
                      lateral (select greatest(i.accepted_at, (select max(m.at) from message m where m.workspace = i.workspace and m.interaction = i.id and not m.internal)) as since) s
                    where i.workspace = ? and i.ended_at is null and i.live_until is null and i.agent is not null and i.medium = 'CHAT'
                      and i.account is not null and i.accepted_at < ? and s.since < ?\
                    """)
                .param(workspace.value())
                .param(Micros.parameter(longAgo))
                .param(Micros.parameter(longAgo))
                .query(
                    (row, _) ->
                        new Silence(
                            new InteractionId(row.getLong(1)),
                            new ServiceId(row.getLong(2)),
                            Micros.instant(row, "since")))
                .list());
  }

  /// The interaction as it arrived, if it still waits.
  static Optional<Arrival> waiting(
      JdbcClient db, WorkspaceId workspace, InteractionId interaction) {
    return db.sql(ARRIVALS + " and i.id = ?")
        .param(workspace.value())
        .param(interaction.value())
        .query(InteractionStore::arrival)
        .optional();
  }

  private static Arrival arrival(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new Arrival(
        new InteractionId(row.getLong("id")),
        new ConversationId(row.getLong("conversation")),
        new ContactId(row.getLong("contact")),
        row.getString("party"),
        new ServiceId(row.getLong("service")),
        Medium.valueOf(row.getString("medium")),
        row.getString("channel"),
        row.getString("language"),
        InteractionRows.orNull(row, "owner", UserId::new),
        InteractionRows.orNull(row, "last_agent", UserId::new),
        Micros.instant(row, "arrived_at"));
  }
}
