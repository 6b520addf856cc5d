package org.hiwar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads messages. They are written by the [MessageWriter] and the [Intake] alone.
@Component
public class MessageStore {
  /// What stands on a page is told from how far its customer has got, whenever that was.
  static final String COLUMNS =
      """
      m.conversation, m.seq, m.id, m.interaction, m.client_id, m.author_kind, m.author, m.text, m.at, m.written_at, m.internal, m.changed_at, m.withdrawn,
      case when m.internal then (select array_agg(n.mentioned order by n.mentioned) from mention n where n.workspace = m.workspace and n.message = m.id) end as mentions,
      coalesce(d.state, case when m.internal then null when e.read >= m.seq then 'READ' when e.delivered >= m.seq then 'DELIVERED' end) as delivery_state,
      d.failure as delivery_failure, coalesce(d.changed_at, m.at) as delivery_changed_at
      """;

  /// Joined to a message `m`; what was not sent by an account and has not reached a page has none.
  static final String DELIVERY =
      """
       left join delivery d on d.workspace = m.workspace and d.message = m.id
       left join seen e on e.workspace = m.workspace and e.interaction = m.interaction and m.author_kind = 'AGENT'
      """;

  private static final String SELECT =
      "select " + COLUMNS + "from message m" + DELIVERY + "where m.workspace = ? and ";

  private static final String LAST_OF_EACH =
      "select "
          + COLUMNS
          + """
          from unnest(?) c(id) cross join lateral (
            select * from message l where l.workspace = ? and l.conversation = c.id order by l.seq desc limit ?) m
          """
          + DELIVERY
          + "order by m.conversation, m.seq";

  private final Database database;

  public MessageStore(Database database) {
    this.database = database;
  }

  /// The last `limit` messages of a conversation, ascending.
  public List<Message> last(WorkspaceId workspace, ConversationId conversation, int limit) {
    return before(workspace, conversation, Long.MAX_VALUE, limit);
  }

  /// The last `limit` messages of each of these conversations, ascending; a conversation without
  /// any is missing.
  public Map<ConversationId, List<Message>> lastOfEach(
      WorkspaceId workspace, Collection<ConversationId> conversations, int limit) {
    if (conversations.isEmpty()) return Map.of();
    var ids = conversations.stream().map(ConversationId::value).toArray(Long[]::new);
    return database
        .in(
            workspace.value(),
            db ->
                db.sql(LAST_OF_EACH)
                    .param(ids)
                    .param(workspace.value())
                    .param(page(limit))
                    .query(MessageStore::message)
                    .list())
        .stream()
        .collect(Collectors.groupingBy(Message::conversation));
  }

  /// The `limit` messages before number `seq`, ascending.
  public List<Message> before(
      WorkspaceId workspace, ConversationId conversation, long seq, int limit) {
    return read(
            workspace,
            "m.conversation = ? and m.seq < ? order by m.seq desc limit ?",
            conversation.value(),
            seq,
            page(limit))
        .reversed();
  }

  /// The first `limit` messages after number `seq`, ascending.
  public List<Message> after(
      WorkspaceId workspace, ConversationId conversation, long seq, int limit) {
    return read(
        workspace,
        "m.conversation = ? and m.seq > ? order by m.seq limit ?",
        conversation.value(),
        seq,
        page(limit));
  }

  /// Those up to number `seq` that were changed since they were written, ascending.
  public List<Message> changed(WorkspaceId workspace, ConversationId conversation, long seq) {
    return read(
        workspace,
        "m.conversation = ? and m.seq <= ? and m.changed_at is not null order by m.seq limit ?",
        conversation.value(),
        seq,
        ConversationLimits.PAGE);
  }

  /// All messages of one interaction, ascending; at most [ConversationLimits#PAGE], the last ones.
  public List<Message> ofInteraction(WorkspaceId workspace, InteractionId interaction) {
    return read(
            workspace,
            "m.interaction = ? order by m.seq desc limit ?",
            interaction.value(),
            ConversationLimits.PAGE)
        .reversed();
  }

  /// `which` is SQL with a question mark for each of `values`.
  private List<Message> read(WorkspaceId workspace, String which, Object... values) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(SELECT + which)
                .param(workspace.value())
                .params(values)
                .query(MessageStore::message)
                .list());
  }

  private static int page(int limit) {
    return Math.clamp(limit, 1, ConversationLimits.PAGE);
  }

  static Message message(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    var kind = AuthorKind.valueOf(row.getString("author_kind"));
    var author =
        switch (kind) {
          case CUSTOMER -> Author.CUSTOMER;
          case SYSTEM -> Author.SYSTEM;
          case AGENT -> Author.agent(new UserId(row.getLong("author")));
        };
    return new Message(
        new ConversationId(row.getLong("conversation")),
        row.getLong("seq"),
        new MessageId(row.getLong("id")),
        new InteractionId(row.getLong("interaction")),
        row.getObject("client_id", UUID.class),
        author,
        row.getString("text"),
        Micros.instant(row, "at"),
        Micros.orNull(row, "written_at"),
        delivery(row),
        row.getBoolean("internal") ? note(row) : null,
        wording(row));
  }

  /// Without mentions where the column is null: nobody is named.
  private static InternalNote note(ResultSet row) throws SQLException {
    var mentions = row.getArray("mentions");
    return mentions == null
        ? new InternalNote(List.of())
        : new InternalNote(Arrays.stream((Long[]) mentions.getArray()).map(UserId::new).toList());
  }

  static @Nullable Wording wording(ResultSet row) throws SQLException {
    var at = Micros.orNull(row, "changed_at");
    return at == null ? null : new Wording(at, row.getBoolean("withdrawn"));
  }

  static @Nullable Delivery delivery(ResultSet row) throws SQLException {
    var state = row.getString("delivery_state");
    return state == null
        ? null
        : new Delivery(
            DeliveryState.valueOf(state),
            row.getString("delivery_failure"),
            Micros.instant(row, "delivery_changed_at"));
  }
}
