package org.hiwar.campaign.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.platform.table.BrokenFile;
import org.hiwar.platform.table.CountedInput;
import org.hiwar.platform.table.RowPieces;
import org.hiwar.platform.table.TableFormat;
import org.hiwar.platform.table.TableLimits;
import org.hiwar.platform.table.TableRefusals;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings one file into one list. Until its last transaction has committed, nothing of it is there.
final class ImportJob implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

  /// What a job works with.
  record Tools(
      DatabaseAccess access,
      ImportStore imports,
      List<RecordsListener> listeners,
      Ids ids,
      Clock clock) {}

  /// What a job is about. `agents` are the log-ins that a record may be given to.
  record Order(
      WorkspaceId workspace,
      ImportId id,
      CallingList list,
      ImportPlan plan,
      Set<String> agents,
      Path file) {}

  private final Tools tools;
  private final Order order;
  private final List<StagedColumn> columns;
  private final AtomicLong readBytes = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong notNumbers = new AtomicLong();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private volatile @Nullable StagingStore staging;

  ImportJob(Tools tools, Order order) {
    this.tools = tools;
    this.order = order;
    columns = StagedColumn.of(order.list(), order.plan());
  }

  /// Told to end: nothing of it will be in the list, unless it is there already.
  void cancel() {
    cancelled.set(true);
    var open = staging;
    if (open != null) open.interrupt();
  }

  long readBytes() {
    return readBytes.get();
  }

  ImportCounts counts() {
    return new ImportCounts(rows.get(), 0, 0, 0, refused.get(), notNumbers.get());
  }

  @Override
  public void run() {
    try (var open = StagingStore.open(tools.access(), order.workspace())) {
      staging = open;
      work(open);
    } catch (SQLException | IOException | RuntimeException e) {
      failed(e);
    } finally {
      staging = null;
      delete(order.file());
    }
  }

  private void work(StagingStore open) throws SQLException, IOException {
    var now = tools.clock().instant();
    open.prepare(order.list(), columns, now);
    try {
      switch (order.plan().policy()) {
        case ADD -> open.inTransaction(db -> add(open, db, now));
        case UPDATE, REPLACE -> {
          stage(open, _ -> {});
          open.inTransaction(db -> merge(db, now));
        }
      }
      if (rows.get() >= ListLimits.MANY) open.analyze();
    } catch (MergeStore.NothingLeft _) {
      open.inTransaction(
          db -> {
            ImportStore.keepRefusals(db, order.workspace(), order.id());
            return 0;
          });
      end("nothing-to-replace-with", null);
    }
  }

  private MergeStore.Merged add(StagingStore open, JdbcClient db, Instant now)
      throws SQLException, IOException {
    var list = new AdditionStore(db, order.workspace(), order.list(), tools.listeners(), now);
    stage(open, list::add);
    return done(db, list.end());
  }

  private MergeStore.Merged merge(JdbcClient db, Instant now) {
    requireGoingOn();
    return done(
        db,
        new MergeStore(db, order.workspace(), order.list(), order.plan(), tools.listeners())
            .merge(now));
  }

  private MergeStore.Merged done(JdbcClient db, MergeStore.Merged merged) {
    ImportStore.done(db, order.workspace(), order.id(), counts(merged), tools.clock().instant());
    requireGoingOn();
    return merged;
  }

  private void requireGoingOn() {
    if (cancelled.get()) throw new Cancelled();
  }

  /// `staged` is done after each piece.
  private void stage(StagingStore open, Consumer<StagedRows> staged)
      throws SQLException, IOException {
    var format = TableFormat.of(order.file(), order.plan().encoding(), order.plan().separator());
    var reading = new RowReader(order.list(), order.plan(), order.agents());
    try (var counted = new CountedInput(Files.newInputStream(order.file()), readBytes)) {
      var file = format.rows(counted);
      if (order.plan().header()) file.next();
      var pieces =
          new RowPieces<>(
              file, TableLimits.CHUNK, some -> StagedRows.of(some, reading, columns, tools.ids()));
      for (var piece = pieces.next(); piece != null; piece = pieces.next()) {
        requireGoingOn();
        open.put(piece);
        staged.accept(piece);
        count(piece);
      }
    }
  }

  private void count(StagedRows piece) {
    rows.addAndGet(piece.read);
    for (var one : piece.refused) (one.whole() ? refused : notNumbers).incrementAndGet();
  }

  private ImportCounts counts(MergeStore.Merged merged) {
    return new ImportCounts(
        rows.get(),
        merged.added(),
        merged.updated(),
        merged.removed(),
        refused.get() + merged.refused(),
        notNumbers.get());
  }

  private void failed(Exception e) {
    if (e instanceof BrokenFile broken)
      end(TableRefusals.code(broken), broken.line() == 0 ? null : broken.line());
    else if (cancelled.get()) end(null, null);
    else {
      LOG.error("The import {} failed; the list is as it was", order.id(), e);
      end("failed", null);
    }
  }

  private void end(@Nullable String problem, @Nullable Long line) {
    tools
        .imports()
        .ended(order.workspace(), order.id(), counts(), problem, line, tools.clock().instant());
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("The file {} of an import stays until the next start", file, e);
    }
  }

  private static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
