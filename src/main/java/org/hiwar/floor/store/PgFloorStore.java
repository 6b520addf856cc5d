package org.hiwar.floor.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hiwar.floor.CommitParts;
import org.hiwar.floor.Guard;
import org.hiwar.floor.core.Answer;
import org.hiwar.floor.core.Event.WorkOffered;
import org.hiwar.floor.core.Rows;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.core.WorkRow;
import org.hiwar.platform.database.Contended;
import org.hiwar.platform.database.OneMessage;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.WorkspaceId;

/// On PostgreSQL, over one connection of its own.
///
/// A batch travels as one message, which is one implicit transaction: the database finishes it
/// without us, so an owner that is paused between two statements cannot keep the lock that its
/// successor waits for.
public final class PgFloorStore implements FloorStore {
  /// The database takes a batch back where it and somebody else's transaction wait for each other,
  /// a merging of contacts for instance. It then wrote nothing, and can be written again.
  private static final int TRIES = 5;

  private final OwnConnection connection;
  private final WorkspaceId workspace;
  private final CommitParts others;
  private final Guard guard;

  /// `source` must give connections that nobody else uses afterwards: they keep the workspace in
  /// their session.
  public PgFloorStore(DataSource source, WorkspaceId workspace, CommitParts others, Guard guard) {
    this.connection = new OwnConnection(source, workspace);
    this.workspace = workspace;
    this.others = others;
    this.guard = guard;
  }

  @Override
  public Tenure takeOver() throws Unavailable {
    var sql =
        """
        insert into floor (workspace, epoch, batch) values (?, 1, 0)
        on conflict (workspace) do update set epoch = floor.epoch + 1
        returning epoch, batch, (extract(epoch from clock_timestamp()) * 1000000)::bigint\
        """;
    return ask(
            sql,
            List.of(workspace.value()),
            r -> new Tenure(r.getLong(1), r.getLong(2), Micros.instant(r.getLong(3))))
        .getFirst();
  }

  @Override
  public Set<WorkId> commit(Batch batch) throws Fenced, Unavailable, Refused {
    List<SqlPart> parts;
    try {
      parts = BatchParts.of(workspace, batch, others);
    } catch (RuntimeException e) {
      throw new Refused(e);
    }
    var watched = watched(batch);
    for (int tried = 1; ; tried++)
      try {
        var db = connection.get();
        if (watched.isEmpty()) commit(db, batch, parts);
        else return commitGuarded(db, batch, parts, watched);
        return Set.of();
      } catch (SQLException e) {
        if (tried == TRIES || !Contended.tookBack(e)) throw failed(e);
      }
  }

  private void commit(Connection db, Batch batch, List<SqlPart> parts) throws SQLException {
    var message = new ArrayList<SqlPart>(parts.size() + 1);
    message.add(BatchParts.fence(workspace.value(), batch));
    message.addAll(parts);
    OneMessage.execute(db, message);
  }

  private List<WorkOffered> watched(Batch batch) {
    if (guard == Guard.NONE) return List.of();
    var watched =
        batch.work().stream()
            .map(WorkRow::work)
            .filter(work -> guard.watches(work.medium()))
            .map(Work::id)
            .collect(Collectors.toSet());
    return batch.events().stream()
        .filter(WorkOffered.class::isInstance)
        .map(WorkOffered.class::cast)
        .filter(offer -> watched.contains(offer.work()))
        .toList();
  }

  /// The guard is asked behind the fence, so that its answer still holds when the offers are
  /// committed.
  private Set<WorkId> commitGuarded(
      Connection db, Batch batch, List<SqlPart> parts, List<WorkOffered> offers)
      throws SQLException {
    db.setAutoCommit(false);
    try {
      OneMessage.execute(db, List.of(BatchParts.fence(workspace.value(), batch)));
      var refused = guard.refuses(db, workspace, offers);
      if (refused.isEmpty()) {
        OneMessage.execute(db, parts);
        db.commit();
      } else {
        db.rollback();
      }
      return refused;
    } catch (SQLException | RuntimeException e) {
      if (e instanceof SQLException failure && Contended.tookBack(failure)) db.rollback();
      else connection.drop();
      throw e;
    } finally {
      if (!db.isClosed()) db.setAutoCommit(true);
    }
  }

  /// Whether the same batch would be refused again: what the data or the statements themselves are
  /// to blame for.
  private Exception of(SQLException e) {
    var state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.equals("HW001")) return new Fenced();
    if (state.startsWith("22")
        || state.startsWith("23")
        || state.startsWith("42")
        || state.startsWith("P0")) return new Refused(e);
    connection.drop();
    return new Unavailable(e);
  }

  private Unavailable failed(SQLException e) throws Fenced, Refused {
    return switch (of(e)) {
      case Fenced fenced -> throw fenced;
      case Refused refused -> throw refused;
      case Unavailable unavailable -> unavailable;
      case Exception other -> new Unavailable(other);
    };
  }

  @Override
  public Stored load() throws Unavailable {
    var id = List.<Object>of(workspace.value());
    var agents = ask(RowReaders.AGENTS, id, RowReaders::agent);
    var work = ask(RowReaders.WORK, id, RowReaders::work);
    var ended = ask(RowReaders.ENDED, id, r -> new WorkId(r.getLong(1)));
    var answers =
        ask(
            RowReaders.ANSWERS,
            List.of(workspace.value(), ANSWERS),
            r -> new Batch.Given(r.getString(1), Answers.read(r.getString(2))));
    return new Stored(new Rows(agents, work, ended), answers);
  }

  @Override
  public Optional<Answer> answer(String key) throws Unavailable {
    return ask(
            "select answer from floor_command where workspace = ? and key = ?",
            List.of(workspace.value(), key),
            r -> Answers.read(r.getString(1)))
        .stream()
        .findFirst();
  }

  private <T> List<T> ask(String sql, List<Object> values, RowReaders.Reader<T> reader)
      throws Unavailable {
    try (var statement = connection.get().prepareStatement(sql)) {
      OneMessage.bind(statement, List.of(new SqlPart(sql, values)));
      var rows = new ArrayList<T>();
      try (var r = statement.executeQuery()) {
        while (r.next()) rows.add(reader.read(r));
      }
      return rows;
    } catch (SQLException e) {
      connection.drop();
      throw new Unavailable(e);
    }
  }

  @Override
  public void close() {
    connection.drop();
  }
}
