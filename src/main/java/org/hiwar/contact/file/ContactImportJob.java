package org.hiwar.contact.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.platform.database.OwnConnection;
import org.hiwar.platform.table.BrokenFile;
import org.hiwar.platform.table.CountedInput;
import org.hiwar.platform.table.RowPieces;
import org.hiwar.platform.table.TableFormat;
import org.hiwar.platform.table.TableRefusals;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;

/// Brings one file of contacts in, a batch with each transaction. Before anything is written the
/// file is read to its end once, so that one that is broken brings nothing in.
final class ContactImportJob implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ContactImportJob.class);

  /// What a job works with.
  record Tools(
      DatabaseAccess access, ContactImportStore imports, AuditLog audit, Ids ids, Clock clock) {}

  /// What a job is about.
  record Order(
      WorkspaceId workspace, ContactImportId id, UserId by, ContactImportPlan plan, Path file) {}

  private final Tools tools;
  private final Order order;
  private final AtomicLong readBytes = new AtomicLong();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private ContactBatch.Standing standing = ContactBatch.Standing.BEGIN;

  ContactImportJob(Tools tools, Order order) {
    this.tools = tools;
    this.order = order;
  }

  /// Told to end behind the batch that is being written.
  void cancel() {
    cancelled.set(true);
  }

  /// The file cannot be brought in.
  private static final class Unfit extends IOException {
    private static final long serialVersionUID = 1;

    Unfit(String code) {
      super(code);
    }
  }

  @Override
  public void run() {
    try {
      var format = TableFormat.of(order.file(), order.plan().encoding(), order.plan().separator());
      var names = look(format);
      bring(format, names);
      end(cancelled.get() ? ContactImportState.CANCELLED : ContactImportState.DONE, null, null);
    } catch (BrokenFile broken) {
      end(
          ContactImportState.FAILED,
          TableRefusals.code(broken),
          broken.line() == 0 ? null : broken.line());
    } catch (Unfit unfit) {
      end(ContactImportState.FAILED, unfit.getMessage(), null);
    } catch (SQLException | IOException | RuntimeException e) {
      LOG.error(
          "The import {} of contacts ended after {} rows", order.id(), standing.counts().rows(), e);
      end(ContactImportState.FAILED, "failed", null);
    } finally {
      delete(order.file());
    }
  }

  /// Reads all of it, and keeps nothing but the names of the columns.
  private List<String> look(TableFormat format) throws IOException {
    try (var input = Files.newInputStream(order.file())) {
      var rows = format.rows(input);
      var first = rows.next();
      if (first == null) throw new Unfit("empty");
      long count = order.plan().header() ? 0 : 1;
      while (rows.next() != null && !cancelled.get())
        if (++count > ContactFileLimits.ROWS) throw new Unfit("too-many-rows");
      return order.plan().header() ? first.values() : List.of();
    }
  }

  private void bring(TableFormat format, List<String> names) throws SQLException, IOException {
    var reader = new ContactRowReader(order.plan(), names);
    try (var counted = new CountedInput(Files.newInputStream(order.file()), readBytes);
        var connection =
            OwnConnection.open(
                tools.access(), order.workspace().value(), ContactFileLimits.STATEMENT)) {
      ContactBatchStore.prepare(connection);
      var rows = format.rows(counted);
      if (order.plan().header()) rows.next();
      var pieces =
          new RowPieces<>(
              rows,
              ContactFileLimits.BATCH,
              some -> ContactPiece.of(some, reader, order.plan().table(), tools.ids()));
      for (var piece = pieces.next(); piece != null && !cancelled.get(); piece = pieces.next())
        bring(connection, piece);
    }
  }

  /// Until nobody stands in the way.
  private void bring(OwnConnection connection, ContactPiece piece)
      throws SQLException, IOException {
    for (int tried = 1; ; tried++)
      try {
        var batch = new ContactBatch(order, standing, tools.clock().instant());
        standing =
            ContactBatchStore.inTransaction(
                connection, order.workspace(), store -> batch.bring(store, piece, readBytes.get()));
        return;
      } catch (PessimisticLockingFailureException e) {
        if (tried >= ContactFileLimits.TRIES) throw e;
      }
  }

  private void end(ContactImportState state, @Nullable String problem, @Nullable Long line) {
    var counts = standing.counts();
    tools
        .imports()
        .ended(order.workspace(), order.id(), state, problem, line, tools.clock().instant());
    tools
        .audit()
        .record(
            order.workspace(),
            order.by(),
            "contact-import.ended",
            order.id().toString(),
            Map.of(
                "state",
                state.name(),
                "added",
                counts.added(),
                "updated",
                counts.updated(),
                "refused",
                counts.refused()));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("The file {} of an import stays until the next start", file, e);
    }
  }
}
