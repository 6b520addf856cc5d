package org.hiwar.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageId;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.Question;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps what came in, as it came, and what it became.
@Component
public class InboxStore {
  /// A time in microseconds since 1970, to the last one of them.
  private static final String RECEIVED =
      "timestamptz 'epoch' + t.received / 1000000 * interval '1 second' + t.received % 1000000 *"
          + " interval '1 microsecond'";

  private final Database database;

  public InboxStore(Database database) {
    this.database = database;
  }

  /// An item that waits to be taken in.
  ///
  /// @param tries how often that failed
  record Waiting(RawItem item, int tries) {}

  /// @param more whether others may wait, for which there was no room
  record Next(List<Waiting> items, boolean more) {}

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

  /// Stores those that are not there; answers with the ids of those that it has stored. One message
  /// to the database, whose words do not depend on how many there are.
  Set<Long> put(WorkspaceId workspace, List<RawItem> items) {
    if (items.isEmpty()) return Set.of();
    var stored = new HashSet<Long>();
    var insert =
        new SqlPart(
            """
            insert into inbound_item (workspace, id, account, external_id, body, received_at)
            select ?, t.id, t.account, t.external_id, t.body, %s
            from unnest(?::bigint[], ?::bigint[], ?::text[], ?::bytea[], ?::bigint[])
              with ordinality as t(id, account, external_id, body, received, nr)
            order by t.nr
            on conflict (workspace, account, external_id) do nothing returning id\
            """
                .formatted(RECEIVED),
            List.of(
                workspace.value(),
                items.stream().mapToLong(RawItem::id).toArray(),
                items.stream().mapToLong(item -> item.account().value()).toArray(),
                items.stream().map(RawItem::externalId).toArray(String[]::new),
                items.stream().map(RawItem::body).toArray(byte[][]::new),
                items.stream().mapToLong(item -> micros(item.receivedAt())).toArray()));
    database.ask(
        workspace.value(), List.of(new Question(insert, row -> stored.add(row.getLong(1)))));
    return stored;
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  /// Notes what items have become, where that is not noted already, and reads those that wait, in
  /// the order in which they came, but of these accounts and these themselves. One message to the
  /// database.
  ///
  /// @param limit how many are read at most; 0: none
  /// @param bytes of their bodies, in which the last one need not end
  Next next(
      WorkspaceId workspace,
      Collection<Done> done,
      Collection<AccountId> without,
      Collection<Long> notThese,
      int limit,
      long bytes) {
    var questions = new ArrayList<Question>();
    if (!done.isEmpty()) questions.add(new Question(noted(workspace, done), _ -> {}));
    var found = new ArrayList<Waiting>();
    var seen = new AtomicInteger();
    var waiting =
        new SqlPart(
            """
            select id, account, external_id, case when before < ? then body end as body, received_at, tries
            from (
              select i.*, sum(length(body)) over (order by id) - length(body) as before from inbound_item i
              where workspace = ? and state = 'WAITING' and account <> all(?::bigint[]) and id <> all(?::bigint[])
              order by id limit ?) w
            order by id\
            """,
            List.of(
                bytes,
                workspace.value(),
                without.stream().mapToLong(AccountId::value).toArray(),
                notThese.stream().mapToLong(Long::longValue).toArray(),
                limit));
    questions.add(
        new Question(
            waiting,
            row -> {
              seen.incrementAndGet();
              if (row.getBytes("body") != null) found.add(waiting(row));
            }));
    database.ask(workspace.value(), questions);
    return new Next(found, seen.get() == limit || seen.get() > found.size());
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    var item =
        new RawItem(
            row.getLong("id"),
            new AccountId(row.getLong("account")),
            row.getString("external_id"),
            row.getBytes("body"),
            row.getObject("received_at", OffsetDateTime.class).toInstant());
    return new Waiting(item, row.getInt("tries"));
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

  /// An item by its provider's name.
  public record Named(String externalId, Instant receivedAt) {}

  /// What an account has received since then, whatever became of it: the last `limit` in their
  /// order.
  public List<Named> named(WorkspaceId workspace, AccountId account, Instant since, int limit) {
    return database
        .in(
            workspace.value(),
            db ->
                db.sql(
                        """
                        select external_id, received_at from inbound_item
                        where workspace = ? and account = ? and received_at >= ? order by received_at desc, id desc limit ?\
                        """)
                    .param(workspace.value())
                    .param(account.value())
                    .param(since.atOffset(ZoneOffset.UTC))
                    .param(limit)
                    .query(
                        (row, _) ->
                            new Named(
                                row.getString("external_id"),
                                row.getObject("received_at", OffsetDateTime.class).toInstant()))
                    .list())
        .reversed();
  }

  private static SqlPart noted(WorkspaceId workspace, Collection<Done> done) {
    return new SqlPart(
        """
        update inbound_item i set state = d.state, reason = d.reason, detail = d.detail,
          message = nullif(d.message, 0), conversation = nullif(d.conversation, 0)
        from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
          as d(id, state, reason, detail, message, conversation)
        where i.workspace = ? and i.id = d.id and i.state = 'WAITING' returning i.id\
        """,
        List.of(
            done.stream().mapToLong(Done::id).toArray(),
            texts(done, one -> one.state().name()),
            texts(done, one -> one.why() == null ? null : one.why().code()),
            texts(done, one -> one.why() == null ? null : cut(one.why().detail())),
            done.stream()
                .mapToLong(one -> one.message() == null ? 0 : one.message().value())
                .toArray(),
            done.stream()
                .mapToLong(one -> one.conversation() == null ? 0 : one.conversation().value())
                .toArray(),
            workspace.value()));
  }

  private static @Nullable String[] texts(
      Collection<Done> done, Function<Done, @Nullable String> text) {
    return done.stream().map(text).toArray(String[]::new);
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
