package org.hiwar.campaign.preview;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.hiwar.campaign.AttemptId;
import org.hiwar.campaign.preview.Tables.Tried;
import org.hiwar.conversation.InteractionId;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What the statements of [AttemptStore] do, on tables in memory.
class MemoryAttemptStore extends AttemptStore {
  private final Database database;
  private final MemoryRows rows;

  MemoryAttemptStore(Database database, MemoryRows rows) {
    super(database, JsonMapper.shared());
    this.database = database;
    this.rows = rows;
  }

  @Override
  void begin(JdbcClient db, WorkspaceId workspace, Beginning attempt, Instant now) {
    var of = attempt.preview();
    rows.tables.attempts.put(
        attempt.id().value(),
        new Tried(
            attempt.id().value(),
            of.campaign().value(),
            of.record().value(),
            of.id().value(),
            attempt.position(),
            attempt.number(),
            attempt.agent().value(),
            attempt.automatic(),
            null,
            now,
            null,
            null,
            null,
            null,
            null,
            null));
    rows.fate(of.campaign().value(), of.record().value(), f -> f.attempts++);
  }

  @Override
  void link(WorkspaceId workspace, AttemptId attempt, InteractionId interaction) {
    database.in(
        workspace.value(),
        _ -> {
          rows.tables.attempts.change(
              attempt.value(),
              a ->
                  changed(
                      a,
                      interaction.value(),
                      a.answeredAt(),
                      a.endedAt(),
                      a.result(),
                      a.applied()));
          return attempt;
        });
  }

  private static Tried changed(
      Tried a,
      @Nullable Long interaction,
      @Nullable Instant answered,
      @Nullable Instant ended,
      @Nullable String result,
      @Nullable String applied) {
    return new Tried(
        a.id(),
        a.campaign(),
        a.record(),
        a.preview(),
        a.position(),
        a.number(),
        a.agent(),
        a.automatic(),
        interaction,
        a.startedAt(),
        answered,
        ended,
        result,
        a.disposition(),
        a.notes(),
        applied);
  }

  @Override
  void remove(JdbcClient db, WorkspaceId workspace, Preview of, AttemptId attempt) {
    if (rows.tables.attempts.get(attempt.value()) == null) return;
    rows.tables.attempts.remove(attempt.value());
    rows.fate(of.campaign().value(), of.record().value(), f -> f.attempts--);
  }

  private List<Attempt> those(Predicate<Tried> which, long most) {
    return rows.tables.attempts.all().values().stream()
        .filter(which)
        .sorted(Comparator.comparing(Tried::startedAt).thenComparing(Tried::id).reversed())
        .limit(most)
        .map(MemoryAttemptStore::attempt)
        .toList();
  }

  @Override
  List<Attempt> of(JdbcClient db, WorkspaceId workspace, Preview preview) {
    return those(a -> a.preview() == preview.id().value(), Long.MAX_VALUE);
  }

  @Override
  List<Attempt> ofRecord(JdbcClient db, WorkspaceId workspace, Preview preview, int most) {
    return those(
        a -> a.campaign() == preview.campaign().value() && a.record() == preview.record().value(),
        most);
  }

  @Override
  void know(JdbcClient db, WorkspaceId workspace, AttemptId attempt, CallFacts facts) {
    rows.tables.attempts.change(
        attempt.value(),
        a ->
            changed(
                a,
                a.interaction(),
                facts.answered() == null ? a.answeredAt() : facts.answered(),
                facts.ended() == null ? a.endedAt() : facts.ended(),
                facts.result() == null ? a.result() : facts.result(),
                a.applied()));
  }

  @Override
  void settle(
      JdbcClient db,
      WorkspaceId workspace,
      AttemptId attempt,
      DispositionId disposition,
      String notes,
      String applied) {
    rows.tables.attempts.change(
        attempt.value(),
        a ->
            new Tried(
                a.id(),
                a.campaign(),
                a.record(),
                a.preview(),
                a.position(),
                a.number(),
                a.agent(),
                a.automatic(),
                a.interaction(),
                a.startedAt(),
                a.answeredAt(),
                a.endedAt(),
                a.result(),
                disposition.value(),
                notes,
                applied));
  }

  private static Attempt attempt(Tried a) {
    var disposition = a.disposition();
    return new Attempt(
        new AttemptId(a.id()),
        a.position(),
        a.number(),
        new UserId(a.agent()),
        a.automatic(),
        a.interaction() == null ? null : new InteractionId(a.interaction()),
        a.startedAt(),
        a.answeredAt(),
        a.endedAt(),
        a.result(),
        disposition == null ? null : new DispositionId(disposition),
        a.notes(),
        a.applied());
  }
}
