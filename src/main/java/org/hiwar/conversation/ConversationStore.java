package org.hiwar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.ContactSummary;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.Question;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads conversations, and keeps what agents write about them.
@Component
public class ConversationStore {
  private static final String SELECT =
      """
      select id, owner, last_seq, agent_read_seq, version, opened_at, closed_at, ended_at,
        (select coalesce(k.merged_into, k.id) from contact k where k.workspace = conversation.workspace and k.id = conversation.contact) as contact
      from conversation where workspace = ? and \
      """;

  private final Database database;
  private final Clock clock;

  public ConversationStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public Optional<Conversation> find(WorkspaceId workspace, ConversationId conversation) {
    return find(workspace, List.of(conversation)).stream().findFirst();
  }

  /// Those of `conversations` that exist, by id.
  public List<Conversation> find(WorkspaceId workspace, Collection<ConversationId> conversations) {
    if (conversations.isEmpty()) return List.of();
    var wanted = conversations.stream().map(ConversationId::value).distinct().toArray(Long[]::new);
    return database.in(
        workspace.value(), db -> read(db, workspace, "id = any(?) order by id", (Object) wanted));
  }

  /// Those of `conversations` that exist, by id, read all at once.
  public List<WholeConversation> whole(
      WorkspaceId workspace, Collection<ConversationId> conversations) {
    if (conversations.isEmpty()) return List.of();
    var ids = conversations.stream().mapToLong(ConversationId::value).distinct().toArray();
    long ws = workspace.value();
    var found = new ArrayList<Conversation>();
    var people = new HashMap<ContactId, ContactSummary>();
    var parts = new HashMap<ConversationId, List<Interaction>>();
    var transfers = new HashMap<InteractionId, List<Transfer>>();
    var beside = new HashMap<InteractionId, List<Participant>>();
    database.ask(
        ws,
        List.of(
            new Question(
                new SqlPart(SELECT + "id = any(?) order by id", List.of(ws, ids)),
                row -> found.add(conversation(row, 0))),
            ContactStore.summaries(
                workspace,
                new SqlPart(
                    """
                    select coalesce(p.merged_into, p.id) from conversation k join contact p on p.workspace = k.workspace and p.id = k.contact
                    where k.workspace = ? and k.id = any(?)\
                    """,
                    List.of(ws, ids)),
                person -> people.put(person.id(), person)),
            new Question(
                new SqlPart(
                    InteractionRows.SELECT
                        + "i.conversation = any(?) and i.begin_until is null order by i.id",
                    List.of(ws, ids)),
                row -> {
                  var part = InteractionRows.interaction(row, 0);
                  parts.computeIfAbsent(part.conversation(), _ -> new ArrayList<>()).add(part);
                }),
            new Question(
                new SqlPart(
                    TransferStore.SELECT
                        + """
                        interaction = any(array(select i.id from interaction i where i.workspace = ? and i.conversation = any(?)))
                        order by interaction, at\
                        """,
                    List.of(ws, ws, ids)),
                row -> {
                  var one = TransferStore.transfer(row);
                  transfers.computeIfAbsent(one.interaction(), _ -> new ArrayList<>()).add(one);
                }),
            new Question(
                new SqlPart(
                    ParticipantStore.SELECT
                        + """
                        interaction = any(array(select i.id from interaction i where i.workspace = ? and i.conversation = any(?)))
                        order by interaction, since, agent\
                        """,
                    List.of(ws, ws, ids)),
                row -> {
                  var one = ParticipantStore.participant(row);
                  beside.computeIfAbsent(one.interaction(), _ -> new ArrayList<>()).add(one);
                })));
    return found.stream().map(one -> whole(one, people, parts, transfers, beside)).toList();
  }

  private static WholeConversation whole(
      Conversation conversation,
      Map<ContactId, ContactSummary> people,
      Map<ConversationId, List<Interaction>> parts,
      Map<InteractionId, List<Transfer>> transfers,
      Map<InteractionId, List<Participant>> beside) {
    var contact = people.get(conversation.contact());
    // Each query sees what is committed by then: the conversation may have been given to another
    // contact in between.
    if (contact == null)
      throw new IllegalStateException("conversation " + conversation.id() + " changes just now");
    var its = parts.getOrDefault(conversation.id(), List.of());
    var given = new HashMap<>(transfers);
    var ids = its.stream().map(Interaction::id).toList();
    given.keySet().retainAll(ids);
    var guests = new HashMap<>(beside);
    guests.keySet().retainAll(ids);
    return new WholeConversation(conversation, contact, its, given, guests);
  }

  /// Notes that the agent has read up to message `seq`; never less than before, never more than
  /// there is. Returns false if there is no such conversation, or the agent has nothing open in it.
  public boolean read(WorkspaceId workspace, ConversationId conversation, UserId agent, long seq) {
    return database.in(
            workspace.value(),
            db ->
                db.sql(
                        """
                        update conversation c set agent_read_seq = greatest(agent_read_seq, least(?, last_seq)) where workspace = ? and id = ?
                        and exists (select from interaction i where i.workspace = c.workspace and i.conversation = c.id and i.agent = ? and i.ended_at is null)\
                        """)
                    .param(seq)
                    .param(workspace.value())
                    .param(conversation.value())
                    .param(agent.value())
                    .update())
        == 1;
  }

  /// Gives the agent's conversation, with all that is in it, to the contact whom the agent has
  /// recognised. What a number said stays with the contact that has it.
  public Attached attach(
      WorkspaceId workspace, ConversationId conversation, UserId agent, ContactId contact) {
    try {
      return database.in(
          workspace.value(), db -> attach(db, workspace, conversation, agent, contact));
    } catch (DuplicateKeyException _) {
      return Attached.CONTACT_BUSY;
    }
  }

  private static Attached attach(
      JdbcClient db,
      WorkspaceId workspace,
      ConversationId conversation,
      UserId agent,
      ContactId named) {
    var before =
        db.sql(
                """
                select contact from conversation where workspace = ? and id = ? and owner = ? and ended_at is null for no key update\
                """)
            .params(workspace.value(), conversation.value(), agent.value())
            .query(Long.class)
            .optional();
    if (before.isEmpty()) return Attached.NOT_YOURS;
    boolean known =
        db.sql(
                """
                select exists (select from contact_address where workspace = ? and contact = any(array(select contacts_of(?, ?))) and kind = 'VISITOR')\
                """)
            .params(workspace.value(), workspace.value(), before.get())
            .query(Boolean.class)
            .single();
    if (known) return Attached.KNOWN;
    var found =
        db.sql(
                """
                select coalesce(merged_into, id) from contact where workspace = ? and id = ? for key share\
                """)
            .params(workspace.value(), named.value())
            .query((row, _) -> new ContactId(row.getLong(1)))
            .optional();
    if (found.isEmpty()) return Attached.NO_SUCH_CONTACT;
    var contact = found.get();
    db.sql(
            "update conversation set contact = ?, version = version + 1 where workspace = ? and id"
                + " = ?")
        .params(contact.value(), workspace.value(), conversation.value())
        .update();
    db.sql("update interaction set contact = ? where workspace = ? and conversation = ?")
        .params(contact.value(), workspace.value(), conversation.value())
        .update();
    db.sql(
            """
            update contact c set last_activity_at = greatest(c.last_activity_at,
              (select max(i.arrived_at) from interaction i where i.workspace = c.workspace and i.conversation = ?))
            where c.workspace = ? and c.id = ?\
            """)
        .params(conversation.value(), workspace.value(), contact.value())
        .update();
    return Attached.DONE;
  }

  /// Keeps notes and disposition (null: none) of an interaction that the agent has and that is not
  /// over.
  public NotesSaved saveNotes(
      WorkspaceId workspace,
      InteractionId interaction,
      UserId agent,
      String notes,
      @Nullable DispositionId disposition) {
    if (notes.length() > ConversationLimits.NOTES_CHARACTERS || !MessageText.storable(notes))
      return new NotesSaved.InvalidNotes();
    try {
      return database.in(
          workspace.value(),
          db ->
              db.sql(
                      """
                      update interaction set notes = :notes, disposition = :disposition,
                        version = version + case when notes = :notes and disposition is not distinct from :disposition::bigint then 0 else 1 end
                      where workspace = :workspace and id = :id and agent = :agent and ended_at is null returning version\
                      """)
                  .param("notes", notes)
                  .param("disposition", disposition == null ? null : disposition.value())
                  .param("workspace", workspace.value())
                  .param("id", interaction.value())
                  .param("agent", agent.value())
                  .query((row, _) -> (NotesSaved) new NotesSaved.Saved(row.getLong(1)))
                  .optional()
                  .orElseGet(NotesSaved.NotYours::new));
    } catch (DataIntegrityViolationException e) {
      return new NotesSaved.UnknownDisposition();
    }
  }

  /// The guard of *Complete*: under the conversation's lock, refuses what may not be completed;
  /// otherwise ends what is only written, keeps notes and disposition with the agent's interactions
  /// and closes the conversation, so that nothing comes in any more: what the customer writes next
  /// begins another. The caller then has the floor release and dispose of what is granted; until
  /// that is done it may be asked again.
  ///
  /// The conversation stays open if somebody else has, or nobody has yet, an interaction of it.
  public Completion complete(WorkspaceId workspace, Complete wish) {
    if (wish.notes().length() > ConversationLimits.NOTES_CHARACTERS
        || !MessageText.storable(wish.notes()))
      throw new IllegalArgumentException("notes are checked before they are completed");
    try {
      return database.in(workspace.value(), db -> complete(db, workspace, wish));
    } catch (DataIntegrityViolationException e) {
      return new Completion.UnknownDisposition();
    }
  }

  private Completion complete(JdbcClient db, WorkspaceId workspace, Complete wish) {
    var locked =
        read(db, workspace, "id = ? for no key update", wish.conversation().value()).stream()
            .findFirst();
    if (locked.isEmpty()) return new Completion.NotFound();
    var open =
        InteractionStore.read(
            db,
            workspace,
            "i.conversation = ? and i.ended_at is null order by i.id",
            wish.conversation().value());
    var own = open.stream().filter(i -> wish.agent().equals(i.agent())).toList();
    if (own.isEmpty()) return new Completion.NotFound();
    if (locked.get().lastSeq() > wish.seenSeq())
      return new Completion.NewMessage(locked.get().lastSeq());
    if (own.stream().anyMatch(i -> i.live() && !i.waitsForNobody()))
      return new Completion.StillLive();
    if (wish.required() && wish.disposition() == null) return new Completion.DispositionRequired();
    return grant(
        db, workspace, wish, own.stream().map(Interaction::id).toList(), own.size() == open.size());
  }

  private Completion grant(
      JdbcClient db, WorkspaceId workspace, Complete wish, List<InteractionId> own, boolean close) {
    var now = Micros.parameter(Micros.now(clock));
    db.sql(
            """
            update interaction i set version = version + 1, live_until = coalesce(live_until, :now),
              ended_by = case when live_until is null then 'AGENT' else ended_by end,
              notes = case when id = :newest or notes = '' then :notes else notes end,
              disposition = case when id = :newest then :disposition::bigint else coalesce(disposition,
                (select d.id from disposition d where d.workspace = i.workspace and d.id = :disposition::bigint
                 and (d.services is null or i.service = any(d.services)))) end
            where workspace = :workspace and id = any(:own)\
            """)
        .param("now", now)
        .param("newest", own.getLast().value())
        .param("notes", wish.notes())
        .param("disposition", wish.disposition() == null ? null : wish.disposition().value())
        .param("workspace", workspace.value())
        .param("own", own.stream().map(InteractionId::value).toArray(Long[]::new))
        .update();
    db.sql(
            """
            update conversation set agent_read_seq = last_seq, version = version + 1,
              closed_at = case when ? then coalesce(closed_at, ?) else closed_at end
            where workspace = ? and id = ?\
            """)
        .param(close)
        .param(now)
        .param(workspace.value())
        .param(wish.conversation().value())
        .update();
    return new Completion.Granted(own);
  }

  /// The contact's conversation that takes in what comes; empty if there is none.
  public Optional<Conversation> openOf(WorkspaceId workspace, ContactId contact) {
    return database.in(
        workspace.value(),
        db ->
            read(
                    db,
                    workspace,
                    """
                    conversation.contact = (select coalesce(merged_into, id) from contact where workspace = ? and id = ?) and closed_at is null\
                    """,
                    workspace.value(),
                    contact.value())
                .stream()
                .findFirst());
  }

  /// `which` is SQL with a question mark for each of `values`.
  private static List<Conversation> read(
      JdbcClient db, WorkspaceId workspace, String which, Object... values) {
    return db.sql(SELECT + which)
        .param(workspace.value())
        .params(values)
        .query(ConversationStore::conversation)
        .list();
  }

  private static Conversation conversation(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new Conversation(
        new ConversationId(row.getLong("id")),
        new ContactId(row.getLong("contact")),
        InteractionRows.orNull(row, "owner", UserId::new),
        row.getLong("last_seq"),
        row.getLong("agent_read_seq"),
        row.getLong("version"),
        Micros.instant(row, "opened_at"),
        Micros.orNull(row, "closed_at"),
        Micros.orNull(row, "ended_at"));
  }
}
