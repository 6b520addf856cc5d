package org.hiwar.contact.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What became of files of contacts, and what of them was refused.
@Component
public class ContactImportStore {
  private static final String COLUMNS =
      """
      select id, file_name, known, state, bytes, read_bytes, rows_read, added, updated, kept, refused, left_out,
        problem, problem_line, by_user, started_at, ended_at
      from contact_import where workspace = :workspace \
      """;

  private final Database database;

  public ContactImportStore(Database database) {
    this.database = database;
  }

  /// False when one runs. The oldest go when there are more than are remembered.
  boolean begin(WorkspaceId workspace, ContactImport begun) {
    return database.in(
        workspace.value(),
        db -> {
          db.sql(
                  """
                  delete from contact_import where workspace = :workspace and id in (
                    select id from contact_import where workspace = :workspace and state <> 'RUNNING'
                    order by started_at desc, id desc offset :most)\
                  """)
              .param("workspace", workspace.value())
              .param("most", ContactFileLimits.REMEMBERED - 1)
              .update();
          return db.sql(
                      """
                      insert into contact_import (workspace, id, file_name, known, state, bytes, by_user, started_at)
                      values (:workspace, :id, :name, :known, 'RUNNING', :bytes, :by, :now)
                      on conflict (workspace) where state = 'RUNNING' do nothing\
                      """)
                  .param("workspace", workspace.value())
                  .param("id", begun.id().value())
                  .param("name", begun.fileName())
                  .param("known", begun.known().name())
                  .param("bytes", begun.bytes())
                  .param("by", begun.by().value())
                  .param("now", at(begun.startedAt()))
                  .update()
              == 1;
        });
  }

  /// Counts a batch, in its transaction. `refused` of this connection is kept with it.
  static void counted(
      JdbcClient db,
      WorkspaceId workspace,
      ContactImportId id,
      ContactImportCounts counts,
      long readBytes) {
    db.sql(
            """
            insert into contact_import_refusal (workspace, import, ordinal, line, whole, field, reason, value)
            select :workspace, :id, ordinal, line, whole, field, reason, value from refused\
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .update();
    db.sql(
            """
            update contact_import set read_bytes = least(bytes, :bytes), rows_read = :rows, added = :added, updated = :updated,
              kept = :kept, refused = :refused, left_out = :left
            where workspace = :workspace and id = :id and state = 'RUNNING'\
            """)
        .param("workspace", workspace.value())
        .param("id", id.value())
        .param("bytes", readBytes)
        .param("rows", counts.rows())
        .param("added", counts.added())
        .param("updated", counts.updated())
        .param("kept", counts.kept())
        .param("refused", counts.refused())
        .param("left", counts.leftOut())
        .update();
  }

  /// What was counted stays. `problem` only where it failed.
  void ended(
      WorkspaceId workspace,
      ContactImportId id,
      ContactImportState state,
      @Nullable String problem,
      @Nullable Long line,
      Instant now) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update contact_import set state = :state, problem = :problem, problem_line = :line, ended_at = :now,
                      read_bytes = case when :state = 'DONE' then bytes else read_bytes end
                    where workspace = :workspace and id = :id and state = 'RUNNING'\
                    """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .param("state", state.name())
                .param("problem", problem)
                .param("line", line)
                .param("now", at(now))
                .update());
  }

  /// Those that run in the rows and are not among these have ended with their process.
  void failInterrupted(WorkspaceId workspace, Set<ContactImportId> running, Instant now) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update contact_import set state = 'FAILED', problem = 'interrupted', ended_at = :now
                    where workspace = :workspace and state = 'RUNNING' and id <> all(:running)\
                    """)
                .param("workspace", workspace.value())
                .param("running", running.stream().map(ContactImportId::value).toArray(Long[]::new))
                .param("now", at(now))
                .update());
  }

  public Optional<ContactImport> find(WorkspaceId workspace, ContactImportId id) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "and id = :id")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(ContactImportStore::row)
                .optional());
  }

  /// The newest first.
  public List<ContactImport> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "order by started_at desc, id desc limit :most")
                .param("workspace", workspace.value())
                .param("most", ContactFileLimits.REMEMBERED)
                .query(ContactImportStore::row)
                .list());
  }

  /// A refusal with its place among those of the import.
  public record Numbered(long ordinal, RefusedContactValue refused) {}

  /// In the order of the file, those behind `after`; the first page begins behind 0.
  public List<Numbered> refusals(WorkspaceId workspace, ContactImportId id, long after, int most) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    select ordinal, line, whole, field, reason, value from contact_import_refusal
                    where workspace = ? and import = ? and ordinal > ? order by ordinal limit ?\
                    """)
                .params(workspace.value(), id.value(), after, most)
                .query(
                    (row, _) ->
                        new Numbered(
                            row.getLong("ordinal"),
                            new RefusedContactValue(
                                row.getLong("line"),
                                row.getBoolean("whole"),
                                row.getString("field"),
                                ContactReason.valueOf(row.getString("reason")),
                                row.getString("value"))))
                .list());
  }

  private static ContactImport row(ResultSet row, @SuppressWarnings("unused") int number)
      throws SQLException {
    var ended = row.getObject("ended_at", OffsetDateTime.class);
    long line = row.getLong("problem_line");
    boolean nowhere = row.wasNull();
    return new ContactImport(
        new ContactImportId(row.getLong("id")),
        row.getString("file_name"),
        KnownPolicy.valueOf(row.getString("known")),
        ContactImportState.valueOf(row.getString("state")),
        row.getLong("bytes"),
        row.getLong("read_bytes"),
        new ContactImportCounts(
            row.getLong("rows_read"),
            row.getLong("added"),
            row.getLong("updated"),
            row.getLong("kept"),
            row.getLong("refused"),
            row.getLong("left_out")),
        row.getString("problem"),
        nowhere ? null : line,
        new UserId(row.getLong("by_user")),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
