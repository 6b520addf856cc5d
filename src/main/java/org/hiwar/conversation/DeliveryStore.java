package org.hiwar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;

/// What became of the messages that go out. They come in with their message, in the writer's own
/// statement.
final class DeliveryStore {
  private static final String CHANGED = " returning conversation, seq, state, failure, changed_at";
  private static final String STANDING =
      "select conversation, seq, state, failure, changed_at from delivery where workspace = ? and ";

  private final Database database;

  DeliveryStore(Database database) {
    this.database = database;
  }

  /// Of each recipient of each account the first that waits, if its time has come: the order in
  /// which an agent wrote is the order in which it goes out.
  List<Due> due(WorkspaceId workspace, Instant now, Collection<MessageId> without, int limit) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select d.message, d.conversation, d.seq, d.interaction, m.client_id, d.account, i.channel, d.recipient, m.text, d.template, d.tries
                    from (select distinct on (account, recipient) * from delivery where workspace = ? and state = 'WAITING'
                      order by account, recipient, message) d
                    join message m on m.workspace = d.workspace and m.conversation = d.conversation and m.seq = d.seq and not m.internal
                    join interaction i on i.workspace = d.workspace and i.id = d.interaction
                    where d.next_at <= ? and d.message <> all(?) order by d.message limit ?\
                    """)
                .param(workspace.value())
                .param(Micros.parameter(now))
                .param(without.stream().map(MessageId::value).toArray(Long[]::new))
                .param(limit)
                .query(DeliveryStore::due)
                .list());
  }

  private static Due due(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new Due(
        new MessageId(row.getLong("message")),
        new ConversationId(row.getLong("conversation")),
        row.getLong("seq"),
        new InteractionId(row.getLong("interaction")),
        row.getObject("client_id", UUID.class),
        row.getLong("account"),
        row.getString("channel"),
        row.getString("recipient"),
        row.getString("text"),
        TemplateUse.read(row.getString("template")),
        row.getInt("tries"));
  }

  /// When the next recipient has their time, but those whose message is on its way.
  Optional<Instant> nextAt(WorkspaceId workspace, Collection<MessageId> without) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select min(next_at) as next_at from (select distinct on (account, recipient) message, next_at from delivery
                      where workspace = ? and state = 'WAITING' order by account, recipient, message) d where message <> all(?)\
                    """)
                .param(workspace.value())
                .param(without.stream().map(MessageId::value).toArray(Long[]::new))
                .query((row, _) -> Optional.ofNullable(Micros.orNull(row, "next_at")))
                .single());
  }

  /// The provider has it. Empty when it is not waiting any more.
  Optional<DeliveryChange> sent(
      WorkspaceId workspace, MessageId message, String externalId, Instant at) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update delivery set state = 'SENT', external_id = nullif(?, ''), failure = null, detail = null, tries = tries + 1, changed_at = ?
                    where workspace = ? and message = ? and state = 'WAITING'\
                    """
                        + CHANGED)
                .param(externalId)
                .param(Micros.parameter(at))
                .param(workspace.value())
                .param(message.value())
                .query(DeliveryStore::change)
                .optional());
  }

  Optional<DeliveryChange> failed(
      WorkspaceId workspace, MessageId message, String code, String detail, Instant at) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update delivery set state = 'FAILED', failure = ?, detail = ?, tries = tries + 1, changed_at = ?
                    where workspace = ? and message = ? and state = 'WAITING'\
                    """
                        + CHANGED)
                .param(code)
                .param(detail)
                .param(Micros.parameter(at))
                .param(workspace.value())
                .param(message.value())
                .query(DeliveryStore::change)
                .optional());
  }

  Optional<DeliveryChange> later(
      WorkspaceId workspace,
      MessageId message,
      String code,
      String detail,
      Instant at,
      Duration pause) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update delivery set failure = ?, detail = ?, tries = tries + 1, changed_at = ?, next_at = ?
                    where workspace = ? and message = ? and state = 'WAITING'\
                    """
                        + CHANGED)
                .param(code)
                .param(detail)
                .param(Micros.parameter(at))
                .param(Micros.parameter(at.plus(pause)))
                .param(workspace.value())
                .param(message.value())
                .query(DeliveryStore::change)
                .optional());
  }

  /// How a message stands now; empty: it goes out by no account.
  Optional<DeliveryChange> standing(WorkspaceId workspace, MessageId message) {
    return standing(workspace, "message = ?", message.value()).stream().findFirst();
  }

  Optional<DeliveryChange> standing(WorkspaceId workspace, ConversationId conversation, long seq) {
    return standing(workspace, "conversation = ? and seq = ?", conversation.value(), seq).stream()
        .findFirst();
  }

  List<DeliveryChange> standing(WorkspaceId workspace, long account, String externalId) {
    return standing(workspace, "account = ? and external_id = ?", account, externalId);
  }

  private List<DeliveryChange> standing(WorkspaceId workspace, String which, Object... values) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(STANDING + which)
                .param(workspace.value())
                .params(values)
                .query(DeliveryStore::change)
                .list());
  }

  /// Whether the account has sent something by this name.
  boolean knows(WorkspaceId workspace, long account, String externalId) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select exists (select from delivery where workspace = ? and account = ? and"
                        + " external_id = ?)")
                .param(workspace.value())
                .param(account)
                .param(externalId)
                .query(Boolean.class)
                .single());
  }

  /// Forwards only: what a late or repeated receipt says changes nothing. What has arrived cannot
  /// fail any more, and what has failed stays so.
  List<DeliveryChange> told(WorkspaceId workspace, long account, String externalId, Delivery news) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update delivery set state = ?, failure = ?, changed_at = ?
                    where workspace = ? and account = ? and external_id = ? and state = any(?)\
                    """
                        + CHANGED)
                .param(news.state().name())
                .param(news.failure())
                .param(Micros.parameter(news.changedAt()))
                .param(workspace.value())
                .param(account)
                .param(externalId)
                .param(before(news.state()))
                .query(DeliveryStore::change)
                .list());
  }

  private static String[] before(DeliveryState state) {
    return switch (state) {
      case WAITING -> new String[0];
      case SENT -> new String[] {"WAITING"};
      case DELIVERED, FAILED -> new String[] {"WAITING", "SENT"};
      case READ -> new String[] {"WAITING", "SENT", "DELIVERED"};
    };
  }

  /// Empty when it has not failed.
  Optional<DeliveryChange> again(
      WorkspaceId workspace, ConversationId conversation, long seq, Instant at) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update delivery set state = 'WAITING', failure = null, detail = null, external_id = null, tries = 0, next_at = ?, changed_at = ?
                    where workspace = ? and conversation = ? and seq = ? and state = 'FAILED'\
                    """
                        + CHANGED)
                .param(Micros.parameter(at))
                .param(Micros.parameter(at))
                .param(workspace.value())
                .param(conversation.value())
                .param(seq)
                .query(DeliveryStore::change)
                .optional());
  }

  List<FailedDelivery> failed(WorkspaceId workspace, int limit) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select d.*, m.text from delivery d
                    join message m on m.workspace = d.workspace and m.conversation = d.conversation and m.seq = d.seq
                    where d.workspace = ? and d.state = 'FAILED' order by d.changed_at desc limit ?\
                    """)
                .param(workspace.value())
                .param(limit)
                .query(DeliveryStore::failedOne)
                .list());
  }

  private static FailedDelivery failedOne(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    var detail = row.getString("detail");
    return new FailedDelivery(
        new MessageId(row.getLong("message")),
        new ConversationId(row.getLong("conversation")),
        row.getLong("seq"),
        new InteractionId(row.getLong("interaction")),
        row.getLong("account"),
        row.getString("recipient"),
        row.getString("text"),
        row.getString("failure"),
        detail == null ? "" : detail,
        row.getInt("tries"),
        Micros.instant(row, "changed_at"));
  }

  private static DeliveryChange change(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new DeliveryChange(
        new ConversationId(row.getLong("conversation")),
        row.getLong("seq"),
        new Delivery(
            DeliveryState.valueOf(row.getString("state")),
            row.getString("failure"),
            Micros.instant(row, "changed_at")));
  }
}
