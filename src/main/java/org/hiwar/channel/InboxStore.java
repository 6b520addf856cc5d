package org.hiwar.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps what came in, as it came, and what it became.
@Component
public class InboxStore {
  private final Database database;

  public InboxStore(Database database) {
    this.database = database;
  }

  /// An item that waits to be read.
  ///
  /// @param bytes of its body
  /// @param tries how often that failed
  record Waiting(long id, AccountId account, int bytes, int tries) {}

  /// What is to be noted of an item that is done.
  record Done(
      long id,
      State state,
      @Nullable Why why,
      @Nullable MessageId message,
      @Nullable ConversationId conversation) {
    static Done taken(long id, Optional<Message> first) {
      return new Done(
          id,
          State.TAKEN,
          null,
          first.map(Message::id).orElse(null),
          first.map(Message::conversation).orElse(null));
    }

    static Done nothing(long id, String code) {
      return new Done(id, State.NOTHING, new Why(code, ""), null, null);
    }

    static Done aside(long id, String code, String detail) {
      return new Done(id, State.ASIDE, new Why(code, detail), null, null);
    }
  }

  /// @param code as the screens translate it
  record Why(String code, String detail) {}

  enum State {
    TAKEN,
    NOTHING,
    ASIDE
  }

  /// Stores those that are not there; answers with the ids of those that it has stored.
  Set<Long> put(WorkspaceId workspace, List<RawItem> items) {
    if (items.isEmpty()) return Set.of();
    var values = new ArrayList<Object>(items.size() * 6);
    for (var item : items) {
      values.add(workspace.value());
      values.add(item.id());
      values.add(item.account().value());
      values.add(item.externalId());
      values.add(item.body());
      values.add(OffsetDateTime.ofInstant(item.receivedAt(), ZoneOffset.UTC));
    }
    var rows = String.join(", ", items.stream().map(_ -> "(?, ?, ?, ?, ?, ?)").toList());
    return new HashSet<>(
        database.in(
            workspace.value(),
            db ->
                db.sql(
                        "insert into inbound_item (workspace, id, account, external_id, body,"
                            + " received_at) values "
                            + rows
                            + " on conflict (workspace, account, external_id) do nothing returning"
                            + " id")
                    .params(values)
                    .query(Long.class)
                    .list()));
  }

  /// Those that wait, in the order in which they came, but of these accounts and these themselves.
  List<Waiting> waiting(
      WorkspaceId workspace, Collection<AccountId> without, Collection<Long> notThese, int limit) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select id, account, length(body) as bytes, tries from inbound_item
                    where workspace = ? and state = 'WAITING' and account <> all(?) and id <> all(?) order by id limit ?\
                    """)
                .param(workspace.value())
                .param(without.stream().map(AccountId::value).toArray(Long[]::new))
                .param(notThese.toArray(Long[]::new))
                .param(limit)
                .query(
                    (row, _) ->
                        new Waiting(
                            row.getLong("id"),
                            new AccountId(row.getLong("account")),
                            row.getInt("bytes"),
                            row.getInt("tries")))
                .list());
  }

  boolean anyWaiting(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select exists (select from inbound_item where workspace = ? and state ="
                        + " 'WAITING')")
                .param(workspace.value())
                .query(Boolean.class)
                .single());
  }

  /// Whole items, by id.
  List<RawItem> items(WorkspaceId workspace, Collection<Long> ids) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select id, account, external_id, body, received_at from inbound_item
                    where workspace = ? and id = any(?) order by id\
                    """)
                .param(workspace.value())
                .param(ids.toArray(Long[]::new))
                .query(InboxStore::item)
                .list());
  }

  private static RawItem item(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    return new RawItem(
        row.getLong("id"),
        new AccountId(row.getLong("account")),
        row.getString("external_id"),
        row.getBytes("body"),
        row.getObject("received_at", OffsetDateTime.class).toInstant());
  }

  /// Notes what items have become; what is done already stays as it is.
  void done(WorkspaceId workspace, Collection<Done> done) {
    if (done.isEmpty()) return;
    database.in(
        workspace.value(),
        db -> {
          for (var one : done)
            db.sql(
                    """
                    update inbound_item set state = ?, reason = ?, detail = ?, message = ?, conversation = ?
                    where workspace = ? and id = ? and state = 'WAITING'\
                    """)
                .param(one.state().name())
                .param(one.why() == null ? null : one.why().code())
                .param(one.why() == null ? null : cut(one.why().detail()))
                .param(one.message() == null ? null : one.message().value())
                .param(one.conversation() == null ? null : one.conversation().value())
                .param(workspace.value())
                .param(one.id())
                .update();
          return done.size();
        });
  }

  /// It could not be taken in this time.
  void failed(WorkspaceId workspace, long id, String detail) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    "update inbound_item set tries = tries + 1, detail = ? where workspace = ? and"
                        + " id = ? and state = 'WAITING'")
                .param(cut(detail))
                .param(workspace.value())
                .param(id)
                .update());
  }

  /// Has an item read again that was set aside, after whatever was in the way is mended. False when
  /// it is not set aside.
  public boolean again(WorkspaceId workspace, long id) {
    return database.in(
            workspace.value(),
            db ->
                db.sql(
                        """
                        update inbound_item set state = 'WAITING', reason = null, detail = null, tries = 0
                        where workspace = ? and id = ? and state = 'ASIDE'\
                        """)
                    .param(workspace.value())
                    .param(id)
                    .update())
        == 1;
  }

  /// As much of it as is kept.
  static String cut(String detail) {
    var storable = detail.replace("\0", "");
    return storable.substring(0, Math.min(storable.length(), ChannelLimits.DETAIL_CHARACTERS));
  }
}
