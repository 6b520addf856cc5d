package org.hiwar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.Trust;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where something new goes: the conversation, locked, and the interaction that begins in it. Used
/// within a transaction of the caller, which locks one conversation and no second.
final class JoinStore {
  private static final String CONVERSATION =
      "select id, contact, last_seq, owner from conversation where workspace = ? and ";

  /// With the contact into which this one is being merged at this moment, if it is.
  private static final String BEGIN_CONVERSATION =
      """
      insert into conversation (workspace, id, contact, opened_at)
      select k.workspace, ?, coalesce(k.merged_into, k.id), from_us(?) from contact k where k.workspace = ? and k.id = ? for key share
      on conflict (workspace, contact) where closed_at is null do nothing\
      """;

  /// Empty texts, and what stands for none among numbers, are null.
  private static final String BEGIN =
      """
      with c as (update conversation set version = version + 1 where workspace = ? and id = ?),
        k as (update contact set last_activity_at = from_us(?) where workspace = ? and id = ?)
      insert into interaction (workspace, id, conversation, contact, medium, channel, direction, service, language, entry, party,
        account, thread, trust, global_id, arrived_at, begin_until, message_left)
      values (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), nullif(?, %1$s), ?, nullif(?, %1$s), nullif(?, %1$s), nullif(?, ''), ?, from_us(?), from_us(?), ?)\
      """
          .formatted(Micros.NONE_SQL);

  private final Ids ids;

  JoinStore(Ids ids) {
    this.ids = ids;
  }

  /// `owner` is null while nobody has accepted.
  record Joined(ConversationId id, ContactId contact, long lastSeq, @Nullable UserId owner) {
    boolean freeFor(UserId agent) {
      return owner == null || owner.equals(agent);
    }
  }

  /// What begins. `entry` is null for channels that have no entry, `account` and `thread` for those
  /// that have none, `beginUntil` for what came in.
  ///
  /// @param trust how far `party` is proved as the one that it begins with; of what an agent
  /// begins,
  ///     whoever answers is whom they wanted. null: as of an interaction of which nobody knows it
  /// @param messageLeft whoever begins it does not stay for an answer
  record Beginning(
      Medium medium,
      String channel,
      Direction direction,
      ServiceId service,
      @Nullable String language,
      @Nullable Long entry,
      String party,
      @Nullable Long account,
      @Nullable Long thread,
      @Nullable Trust trust,
      Instant at,
      @Nullable Instant beginUntil,
      boolean messageLeft) {
    /// Of somebody who waits, or whom an agent wants.
    Beginning(
        Medium medium,
        String channel,
        Direction direction,
        ServiceId service,
        @Nullable String language,
        @Nullable Long entry,
        String party,
        @Nullable Long account,
        @Nullable Long thread,
        @Nullable Trust trust,
        Instant at,
        @Nullable Instant beginUntil) {
      this(
          medium,
          channel,
          direction,
          service,
          language,
          entry,
          party,
          account,
          thread,
          trust,
          at,
          beginUntil,
          false);
    }

    /// Of what is carried by no account.
    Beginning(
        Medium medium,
        String channel,
        Direction direction,
        ServiceId service,
        @Nullable String language,
        @Nullable Long entry,
        String party,
        Trust trust,
        Instant at,
        @Nullable Instant beginUntil) {
      this(
          medium,
          channel,
          direction,
          service,
          language,
          entry,
          party,
          null,
          null,
          trust,
          at,
          beginUntil);
    }
  }

  /// The open conversation of the contact, locked; begun now if there is none.
  /// Of a contact that was merged it is that of the other.
  Joined open(JdbcClient db, WorkspaceId workspace, ContactId named, Instant now) {
    var contact = named;
    while (true) {
      var open =
          db.sql(CONVERSATION + "contact = ? and closed_at is null for no key update")
              .param(workspace.value())
              .param(contact.value())
              .query(JoinStore::joined)
              .optional();
      if (open.isPresent()) return open.get();
      var begun = begun(db, workspace, contact, now);
      if (begun.isPresent()) return begun.get();
      contact = kept(db, workspace, contact);
    }
  }

  /// The conversation of a contact who is about to be made, and how it is begun.
  record First(Joined conversation, SqlPart beginning) {}

  First first(WorkspaceId workspace, ContactId contact, Instant now) {
    var id = new ConversationId(ids.next());
    return new First(new Joined(id, contact, 0, null), beginning(workspace, id, contact, now));
  }

  private static SqlPart beginning(
      WorkspaceId workspace, ConversationId id, ContactId contact, Instant now) {
    return new SqlPart(
        BEGIN_CONVERSATION,
        List.of(id.value(), Micros.of(now), workspace.value(), contact.value()));
  }

  /// Empty when the contact has an open one by now.
  private Optional<Joined> begun(
      JdbcClient db, WorkspaceId workspace, ContactId contact, Instant now) {
    var id = new ConversationId(ids.next());
    var part = beginning(workspace, id, contact, now);
    return db.sql(part.sql() + " returning contact")
        .params(part.values())
        .query((row, _) -> new Joined(id, new ContactId(row.getLong(1)), 0, null))
        .optional();
  }

  /// A conversation that is not over, locked.
  Optional<Joined> going(JdbcClient db, WorkspaceId workspace, ConversationId conversation) {
    return db.sql(CONVERSATION + "id = ? and ended_at is null for no key update")
        .param(workspace.value())
        .param(conversation.value())
        .query(JoinStore::joined)
        .optional();
  }

  /// The open conversation for which the code was given, locked.
  Optional<Joined> byCode(JdbcClient db, WorkspaceId workspace, String code, Instant now) {
    return db.sql(
            CONVERSATION
                + """
                closed_at is null and id = (select k.conversation from call_code k where k.workspace = ? and k.code = ? and k.expires_at > ?)
                for no key update\
                """)
        .param(workspace.value())
        .param(workspace.value())
        .param(code)
        .param(Micros.parameter(now))
        .query(JoinStore::joined)
        .optional();
  }

  /// Whether the contact has a conversation to join, as it looks at this moment.
  boolean isOpenFor(JdbcClient db, WorkspaceId workspace, ContactId contact) {
    return db.sql(CONVERSATION + "contact = ? and closed_at is null")
        .param(workspace.value())
        .param(contact.value())
        .query(JoinStore::joined)
        .optional()
        .isPresent();
  }

  /// A conversation beside the open one, which another agent has: closed from its beginning, so
  /// that what the customer sends goes on joining the open one.
  Joined beside(JdbcClient db, WorkspaceId workspace, ContactId contact, Instant now) {
    var id = new ConversationId(ids.next());
    return db.sql(
            """
            insert into conversation (workspace, id, contact, opened_at, closed_at)
            select k.workspace, ?, coalesce(k.merged_into, k.id), ?, ? from contact k where k.workspace = ? and k.id = ? for key share
            returning contact\
            """)
        .param(id.value())
        .param(Micros.parameter(now))
        .param(Micros.parameter(now))
        .param(workspace.value())
        .param(contact.value())
        .query((row, _) -> new Joined(id, new ContactId(row.getLong(1)), 0, null))
        .single();
  }

  /// The contact itself, or the one it was merged into.
  private static ContactId kept(JdbcClient db, WorkspaceId workspace, ContactId contact) {
    return db.sql("select coalesce(merged_into, id) from contact where workspace = ? and id = ?")
        .param(workspace.value())
        .param(contact.value())
        .query((row, _) -> new ContactId(row.getLong(1)))
        .single();
  }

  /// The conversation if the agent may add to it, locked when `lock` is set: theirs or nobody's,
  /// and either open or one that was begun beside the open one and is not over.
  Optional<Joined> addable(
      JdbcClient db,
      WorkspaceId workspace,
      ConversationId conversation,
      UserId agent,
      boolean lock) {
    return db.sql(
            CONVERSATION
                + """
                id = ? and ended_at is null and (closed_at is null or closed_at = opened_at)
                and (owner is null or owner = ?)\
                """
                + (lock ? " for no key update" : ""))
        .param(workspace.value())
        .param(conversation.value())
        .param(agent.value())
        .query(JoinStore::joined)
        .optional();
  }

  Optional<ContactId> contactOf(JdbcClient db, WorkspaceId workspace, ConversationId conversation) {
    return db.sql(
            """
            select coalesce(k.merged_into, k.id) from conversation c join contact k on k.workspace = c.workspace and k.id = c.contact
            where c.workspace = ? and c.id = ?\
            """)
        .param(workspace.value())
        .param(conversation.value())
        .query((row, _) -> new ContactId(row.getLong(1)))
        .optional();
  }

  InteractionId begin(JdbcClient db, WorkspaceId workspace, Joined conversation, Beginning what) {
    var interaction = new InteractionId(ids.next());
    var part = beginning(workspace, conversation, interaction, what);
    db.sql(part.sql()).params(part.values()).update();
    return interaction;
  }

  private static SqlPart beginning(
      WorkspaceId workspace, Joined conversation, InteractionId interaction, Beginning what) {
    return new SqlPart(
        BEGIN,
        List.of(
            workspace.value(),
            conversation.id().value(),
            Micros.of(what.at()),
            workspace.value(),
            conversation.contact().value(),
            workspace.value(),
            interaction.value(),
            conversation.id().value(),
            conversation.contact().value(),
            what.medium().name(),
            what.channel(),
            what.direction().name(),
            what.service().value(),
            Objects.requireNonNullElse(what.language(), ""),
            Objects.requireNonNullElse(what.entry(), Micros.NONE),
            what.party(),
            Objects.requireNonNullElse(what.account(), Micros.NONE),
            Objects.requireNonNullElse(what.thread(), Micros.NONE),
            Objects.toString(what.trust(), ""),
            UUID.randomUUID(),
            Micros.of(what.at()),
            Micros.of(what.beginUntil()),
            what.messageLeft()));
  }

  /// What came in, and how it is stored.
  record Coming(Arrival arrival, SqlPart beginning) {}

  /// As `begin`, and what whoever decides who gets it has to know.
  Arrival arrive(JdbcClient db, WorkspaceId workspace, Joined conversation, Beginning what) {
    var coming = coming(db, workspace, conversation, what);
    db.sql(coming.beginning().sql()).params(coming.beginning().values()).update();
    return coming.arrival();
  }

  /// As `arrive`, to be stored together with what else there is to store.
  Coming coming(JdbcClient db, WorkspaceId workspace, Joined conversation, Beginning what) {
    var lastAgent = lastAgent(db, workspace, conversation.contact());
    return coming(workspace, conversation, what, lastAgent);
  }

  /// As `coming`, of a contact who is about to be made and whom nobody has had.
  Coming first(WorkspaceId workspace, Joined conversation, Beginning what) {
    return coming(workspace, conversation, what, null);
  }

  private Coming coming(
      WorkspaceId workspace, Joined conversation, Beginning what, @Nullable UserId lastAgent) {
    var interaction = new InteractionId(ids.next());
    return new Coming(
        arrival(interaction, conversation, what, lastAgent),
        beginning(workspace, conversation, interaction, what));
  }

  private static Arrival arrival(
      InteractionId interaction, Joined conversation, Beginning what, @Nullable UserId lastAgent) {
    return new Arrival(
        interaction,
        conversation.id(),
        conversation.contact(),
        what.party(),
        what.service(),
        what.medium(),
        what.channel(),
        what.language(),
        conversation.owner(),
        lastAgent,
        what.at());
  }

  private static @Nullable UserId lastAgent(
      JdbcClient db, WorkspaceId workspace, ContactId contact) {
    return db.sql(
            """
            select i.agent from contacts_of(?, ?) k cross join lateral (
              select agent, arrived_at, id from interaction where workspace = ? and contact = k and agent is not null
              order by arrived_at desc, id desc limit 1) i
            order by i.arrived_at desc, i.id desc limit 1\
            """)
        .param(workspace.value())
        .param(contact.value())
        .param(workspace.value())
        .query((row, _) -> new UserId(row.getLong(1)))
        .optional()
        .orElse(null);
  }

  private static Joined joined(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new Joined(
        new ConversationId(row.getLong("id")),
        new ContactId(row.getLong("contact")),
        row.getLong("last_seq"),
        InteractionRows.orNull(row, "owner", UserId::new));
  }
}
