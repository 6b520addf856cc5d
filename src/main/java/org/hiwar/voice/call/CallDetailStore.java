package org.hiwar.voice.call;

import jakarta.annotation.PreDestroy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.hiwar.conversation.Direction;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionId;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps the detail record of each call.
@Component
public class CallDetailStore {
  private static final String COLUMNS =
      "id, direction, caller, called, trunk, sip_call, began, answered, joined, talk_ms,"
          + " forwarded_to, ended, ended_by, cause, result";

  /// Stands for none among numbers.
  private static final long NONE = Long.MIN_VALUE;

  private static final String BEGIN =
      """
      insert into call (workspace, id, direction, caller, called, trunk, sip_call, began, answered)
      values (?, ?, ?, ?, ?, nullif(?, (-9223372036854775808)), ?, from_us(?), from_us(?))\
      """;

  private static final String CHANGE =
      """
      update call c set answered = coalesce(from_us(t.answered), c.answered), joined = coalesce(from_us(t.joined), c.joined),
        talk_ms = greatest(t.talk_ms, c.talk_ms), forwarded_to = coalesce(nullif(t.forwarded_to, ''), c.forwarded_to),
        ended = from_us(t.ended), ended_by = nullif(t.ended_by, ''), cause = nullif(t.cause, ''), result = nullif(t.result, '')
      from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
        as t(id, answered, joined, talk_ms, forwarded_to, ended, ended_by, cause, result)
      where c.workspace = ? and c.id = t.id and c.ended is null\
      """;

  private final Database database;
  private final CallDetailChanges changes = new CallDetailChanges(this::change);

  public CallDetailStore(Database database) {
    this.database = database;
  }

  void begin(WorkspaceId workspace, CallDetail call) {
    database.in(
        workspace.value(),
        db -> {
          var part = beginning(workspace, call);
          return db.sql(part.sql()).params(part.values()).update();
        });
  }

  /// To be stored together with the interaction of the call.
  static SqlPart beginning(WorkspaceId workspace, CallDetail call) {
    var trunk = call.trunk();
    return new SqlPart(
        BEGIN,
        List.of(
            workspace.value(),
            call.id().value(),
            call.direction().name(),
            call.caller(),
            call.called(),
            trunk == null ? NONE : trunk.value(),
            call.sipCall(),
            micros(call.began()),
            micros(call.answered())));
  }

  /// What was learned about the call since; what is null in `now` stays as it was. An end that is
  /// there already stays, so that there is one. Whether it was stored, when that is certain: what
  /// several calls have learned is stored together.
  CompletableFuture<Boolean> change(WorkspaceId workspace, CallDetail now) {
    return changes.put(workspace, now);
  }

  /// Before the database goes.
  @PreDestroy
  void drain() throws InterruptedException {
    changes.drain();
  }

  private void change(WorkspaceId workspace, List<CallDetail> calls) {
    database.tell(
        workspace.value(),
        List.of(
            new SqlPart(
                CHANGE,
                List.of(
                    numbers(calls, call -> call.id().value()),
                    numbers(calls, call -> micros(call.answered())),
                    numbers(calls, call -> micros(call.joined())),
                    numbers(calls, call -> call.talked().toMillis()),
                    words(calls, CallDetail::forwardedTo),
                    numbers(calls, call -> micros(call.ended())),
                    words(calls, call -> name(call.endedBy())),
                    words(calls, call -> name(call.cause())),
                    words(calls, call -> name(call.result())),
                    workspace.value()))));
  }

  private static long[] numbers(List<CallDetail> calls, ToLongFunction<CallDetail> number) {
    return calls.stream().mapToLong(number).toArray();
  }

  /// An empty word stands for none.
  private static String[] words(
      List<CallDetail> calls, Function<CallDetail, @Nullable String> word) {
    return calls.stream()
        .map(call -> Objects.requireNonNullElse(word.apply(call), ""))
        .toArray(String[]::new);
  }

  private static long micros(@Nullable Instant at) {
    return at == null ? NONE : ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  /// Gives an end to the calls that lost theirs with the process that had them; how many.
  ///
  /// @param before when this process began
  int endLost(WorkspaceId workspace, Instant before, Instant now) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update call set ended = ?, ended_by = 'SYSTEM', cause = ?, result = ? where workspace = ? and ended is null and began < ?\
                    """)
                .param(at(now))
                .param(CallEnd.Cause.DROPPED.name())
                .param(CallResult.DROPPED.name())
                .param(workspace.value())
                .param(at(before))
                .update());
  }

  public Optional<CallDetail> find(WorkspaceId workspace, InteractionId call) {
    return find(workspace, List.of(call)).stream().findFirst();
  }

  /// Those of them that are calls, in no order.
  public List<CallDetail> find(WorkspaceId workspace, Collection<InteractionId> interactions) {
    if (interactions.isEmpty()) return List.of();
    var wanted = interactions.stream().map(InteractionId::value).toArray(Long[]::new);
    return database.in(
        workspace.value(),
        db ->
            db.sql("select " + COLUMNS + " from call where workspace = ? and id = any(?)")
                .param(workspace.value())
                .param(wanted)
                .query(CallDetailStore::detail)
                .list());
  }

  private static CallDetail detail(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    long trunk = row.getLong("trunk");
    return new CallDetail(
        new InteractionId(row.getLong("id")),
        Direction.valueOf(row.getString("direction")),
        row.getString("caller"),
        row.getString("called"),
        row.wasNull() ? null : new TrunkId(trunk),
        row.getString("sip_call"),
        row.getObject("began", OffsetDateTime.class).toInstant(),
        instant(row, "answered"),
        instant(row, "joined"),
        Duration.ofMillis(row.getLong("talk_ms")),
        row.getString("forwarded_to"),
        instant(row, "ended"),
        word(row, "ended_by", EndedBy.class),
        word(row, "cause", CallEnd.Cause.class),
        word(row, "result", CallResult.class));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static <E extends Enum<E>> @Nullable E word(ResultSet row, String column, Class<E> kind)
      throws SQLException {
    var text = row.getString(column);
    return Arrays.stream(kind.getEnumConstants())
        .filter(each -> each.name().equals(text))
        .findAny()
        .orElse(null);
  }

  static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String name(@Nullable Enum<?> word) {
    return word == null ? null : word.name();
  }
}
