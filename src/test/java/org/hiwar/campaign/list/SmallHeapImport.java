package org.hiwar.campaign.list;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.hiwar.campaign.ListId;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.platform.table.ImportFiles;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/// An import in a process of its own, which may be given next to no memory. Prints its state and
/// counts; a process whose memory is full prints neither.
public final class SmallHeapImport {
  private static final long MOST = 1_000_000_000;
  private static final int NODE = 1019;

  /// A process that has just begun waits for its first connection where several builds share a
  /// machine.
  private static final Duration CONNECTION = Duration.ofMinutes(1);

  private SmallHeapImport() {}

  /// Arguments: address, user and password of the database, workspace, list, a folder for the file,
  /// how many rows, and how many characters of each are in the field *City*.
  public static void main(String[] arguments) throws Exception {
    var access = new DatabaseAccess(arguments[0], arguments[1], arguments[2]);
    var workspace = new WorkspaceId(Long.parseLong(arguments[3]));
    try (var pool = access.pool("small heap")) {
      pool.setConnectionTimeout(CONNECTION.toMillis());
      var database = new Database(pool);
      var ids = new Ids(Clock.systemUTC(), NODE);
      var store = new ImportStore(database);
      var imports =
          new Imports(
              store,
              new ImportFiles(Path.of(arguments[5]), MOST),
              new UserStore(database),
              new Workspaces(database, ids, Clock.systemUTC()),
              access,
              new DefaultListableBeanFactory().getBeanProvider(RecordsListener.class),
              ids,
              Clock.systemUTC());
      var list =
          new ListStore(database)
              .find(workspace, new ListId(Long.parseLong(arguments[4])))
              .orElseThrow();
      var rows = new Rows(Long.parseLong(arguments[6]), Integer.parseInt(arguments[7]));
      var plan = ImportScene.plan(ImportPolicy.ADD, 1, 4);
      var begun = imports.begin(workspace, new UserId(1), list, plan, "large.csv", rows);
      Awaitility.await()
          .atMost(Duration.ofMinutes(5))
          .until(
              () -> store.find(workspace, begun.id()).orElseThrow().state() != ImportState.RUNNING);
      var done = store.find(workspace, begun.id()).orElseThrow();
      System.out.println(done.state() + " " + done.counts().added());
    }
    System.exit(0);
  }

  /// Customers, each with the same long city. Made while they are read.
  private static final class Rows extends InputStream {
    private final long count;
    private final String city;
    private byte[] piece = "mobile,city\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private int at;
    private long made;

    Rows(long count, int length) {
      this.count = count;
      city = "x".repeat(length);
    }

    private boolean ended() {
      if (at < piece.length) return false;
      if (made == count) return true;
      piece =
          "+963944%06d,%s\n"
              .formatted(made++, city)
              .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      at = 0;
      return false;
    }

    @Override
    public int read() {
      return ended() ? -1 : piece[at++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (ended()) return -1;
      int some = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, into, offset, some);
      at += some;
      return some;
    }
  }
}
