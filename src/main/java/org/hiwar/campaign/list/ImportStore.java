package org.hiwar.campaign.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hiwar.campaign.ListId;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What became of imports, and what they refused.
@Component
public class ImportStore {
  private static final String COLUMNS =
      """
      select id, list, file_name, policy, state, bytes, read_bytes, rows_read, added, updated, removed, refused, not_numbers,
        problem, problem_line, by_user, started_at, ended_at
      from list_import where workspace = :workspace \
      """;

  private final Database database;

  public ImportStore(Database database) {
    this.database = database;
  }

  /// False when an import of the list runs.
  boolean begin(WorkspaceId workspace, ListImport begun) {
    return database.in(
        workspace.value(),
        db -> {
          requireList(db, workspace, begun.list());
          forget(db, workspace, begun.list());
          return db.sql(
                      """
                      insert into list_import (workspace, id, list, file_name, policy, state, bytes, by_user, started_at)
                      values (:workspace, :id, :list, :name, :policy, 'RUNNING', :bytes, :by, :now)
                      on conflict (workspace, list) where state = 'RUNNING' do nothing\
                      """)
                  .param("workspace", workspace.value())
                  .param("id", begun.id().value())
                  .param("list", begun.list().value())
                  .param("name", begun.fileName())
                  .param("policy", begun.policy().name())
                  .param("bytes", begun.bytes())
                  .param("by", begun.by().value())
                  .param("now", begun.startedAt().atOffset(ZoneOffset.UTC))
                  .update()
              == 1;
        });
  }

  /// It stays until the import is known.
  private static void requireList(JdbcClient db, WorkspaceId workspace, ListId list) {
    var there =
        db.sql("select 1 from calling_list where workspace = ? and id = ? for key share")
            .params(workspace.value(), list.value())
            .query(Integer.class)
            .optional();
    if (there.isEmpty()) throw Refusal.notFound();
  }

  /// The oldest of a list go when there are more than are remembered.
  private static void forget(JdbcClient db, WorkspaceId workspace, ListId list) {
    db.sql(
            """
            delete from list_import where workspace = :workspace and id in (
              select id from list_import where workspace = :workspace and list = :list and state <> 'RUNNING'
              order by started_at desc, id desc offset :most)\
            """)
        .param("workspace", workspace.value())
        .param("list", list.value())
        .param("most", ListLimits.REMEMBERED - 1)
        .update();
  }

  /// In the transaction that makes the records visible.
  static void done(
      JdbcClient db, WorkspaceId workspace, ImportId id, ImportCounts counts, Instant now) {
    ended(db, workspace, id, ImportState.DONE, counts, now).update();
    keepRefusals(db, workspace, id);
  }

  /// Moves the temporary table `refused` of this connection into the rows that are kept.
  static void keepRefusals(JdbcClient db, WorkspaceId workspace, ImportId id) {
    db.sql(
            """
            insert into import_refusal (workspace, import, ordinal, line, whole, field, reason, value)
            select :workspace, :id, row_number() over (order by line), line, whole, field, reason, value
            from refused order by line limit :most\
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("most", ListLimits.REFUSALS)
        .update();
  }

  /// Without a change of the list. `problem` null: it was cancelled.
  void ended(
      WorkspaceId workspace,
      ImportId id,
      ImportCounts counts,
      @Nullable String problem,
      @Nullable Long line,
      Instant now) {
    var state = problem == null ? ImportState.CANCELLED : ImportState.FAILED;
    database.in(
        workspace.value(),
        db ->
            ended(db, workspace, id, state, counts, now)
                .param("problem", problem)
                .param("line", line)
                .update());
  }

  private static JdbcClient.StatementSpec ended(
      JdbcClient db,
      WorkspaceId workspace,
      ImportId id,
      ImportState state,
      ImportCounts counts,
      Instant now) {
    return db.sql(
            """
            update list_import set state = :state, read_bytes = bytes, rows_read = :rows, added = :added, updated = :updated,
              removed = :removed, refused = :refused, not_numbers = :numbers, problem = :problem, problem_line = :line, ended_at = :now
            where workspace = :workspace and id = :id and state = 'RUNNING'\
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("state", state.name())
        .param("rows", counts.rows())
        .param("added", counts.added())
        .param("updated", counts.updated())
        .param("removed", counts.removed())
        .param("refused", counts.refused())
        .param("numbers", counts.notNumbers())
        .param("problem", null)
        .param("line", null)
        .param("now", now.atOffset(ZoneOffset.UTC));
  }

  /// What a process left running when it died has changed nothing; it is over.
  int failInterrupted(WorkspaceId workspace, Instant now) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update list_import set state = 'FAILED', problem = 'interrupted', ended_at = :now
                    where workspace = :workspace and state = 'RUNNING'\
                    """)
                .param("workspace", workspace.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update());
  }

  public boolean runs(WorkspaceId workspace, ListId list) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    "select exists (select from list_import where workspace = ? and list = ? and"
                        + " state = 'RUNNING')")
                .params(workspace.value(), list.value())
                .query(Boolean.class)
                .single());
  }

  public Optional<ListImport> find(WorkspaceId workspace, ImportId id) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "and id = :id")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(ImportStore::row)
                .optional());
  }

  /// Of a list, the newest first.
  public List<ListImport> of(WorkspaceId workspace, ListId list) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "and list = :list order by started_at desc, id desc limit :most")
                .param("workspace", workspace.value())
                .param("list", list.value())
                .param("most", ListLimits.REMEMBERED)
                .query(ImportStore::row)
                .list());
  }

  /// In the order of the file, those behind `after`; the first page begins behind 0.
  public List<Numbered> refusals(WorkspaceId workspace, ImportId id, long after, int most) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select ordinal, line, whole, field, reason, value from import_refusal
                    where workspace = ? and import = ? and ordinal > ? order by ordinal limit ?\
                    """)
                .params(workspace.value(), id.value(), after, most)
                .query(
                    (row, _) ->
                        new Numbered(
                            row.getLong("ordinal"),
                            new RefusedValue(
                                row.getLong("line"),
                                row.getBoolean("whole"),
                                row.getString("field"),
                                Reason.valueOf(row.getString("reason")),
                                row.getString("value"))))
                .list());
  }

  /// A refusal with its place among those of the import.
  public record Numbered(long ordinal, RefusedValue refused) {}

  private static ListImport row(ResultSet row, int number) throws SQLException {
    var ended = row.getObject("ended_at", OffsetDateTime.class);
    long line = row.getLong("problem_line");
    boolean nowhere = row.wasNull();
    return new ListImport(
        new ImportId(row.getLong("id")),
        new ListId(row.getLong("list")),
        row.getString("file_name"),
        ImportPolicy.valueOf(row.getString("policy")),
        ImportState.valueOf(row.getString("state")),
        row.getLong("bytes"),
        row.getLong("read_bytes"),
        new ImportCounts(
            row.getLong("rows_read"),
            row.getLong("added"),
            row.getLong("updated"),
            row.getLong("removed"),
            row.getLong("refused"),
            row.getLong("not_numbers")),
        row.getString("problem"),
        nowhere ? null : line,
        new UserId(row.getLong("by_user")),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant());
  }
}
