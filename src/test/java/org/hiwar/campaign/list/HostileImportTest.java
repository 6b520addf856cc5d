package org.hiwar.campaign.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.LongFunction;
import org.hiwar.campaign.ListId;
import org.hiwar.platform.Refusal;
import org.hiwar.testing.Await;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lists that nobody wants to get.
class HostileImportTest {
  private static final ImportPlan ADD = ImportScene.plan(ImportPolicy.ADD, 1, 3);

  private final Followers followers = new Followers();
  private final ImportScene scene = new ImportScene(followers);
  private final CallingList list = scene.scene.list();

  @Test
  void oneCustomerVeryOftenIsOneRecord() {
    var done = scene.bring(list, ADD, rows(120_000, _ -> "0944123456,ليلى\n"));
    assertThat(done.counts()).isEqualTo(new ImportCounts(120_000, 1, 0, 0, 119_999, 0));
    assertThat(
            scene.scene.count("select count(*) from import_refusal where workspace = :workspace"))
        .isEqualTo(ListLimits.REFUSALS);
  }

  @Test
  void manyRecordsComeInWithoutBeingHeldInMemory() {
    followers.follow = true;
    var file = rows(100_000, n -> "+963944%06d,ليلى\n".formatted(n));
    var done = scene.bring(list, ADD, file);
    assertThat(done.counts().added()).isEqualTo(100_000);
    assertThat(followers.batches).allMatch(size -> size <= RecordsListener.MOST);
    assertThat(followers.batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100_000);
  }

  @Test
  void aFileOverTheLimitIsRefusedWhileItIsReadAndLeavesNothing() {
    assertThatThrownBy(() -> scene.bring(list, ADD, rows(10_000_000, _ -> "0944123456,x\n")))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.code()).isEqualTo("import-too-large"));
    assertThat(scene.folderIsEmpty()).isTrue();
    assertThat(scene.imports.of(scene.scene.workspace, list)).isEmpty();
  }

  @Test
  void aCancelledImportChangesNothingAndAnotherCanBegin() {
    var begun = scene.begin(list, ADD, rows(400_000, n -> "+963944%06d,x\n".formatted(n)));
    assertThatThrownBy(() -> scene.begin(list, ADD, rows(1, _ -> "+963944123456,x\n")))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.code()).isEqualTo("import-running"));
    Await.until(() -> scene.found(begun).readBytes() > 0);
    scene.imports.cancel(scene.scene.workspace, begun.id());
    Await.until(() -> scene.found(begun).state() == ImportState.CANCELLED);
    assertThat(scene.records(list)).isEmpty();
    assertThat(scene.bring(list, ADD, "a,b", "0944123456,x").counts().added()).isOne();
  }

  @Test
  void whatADeadProcessLeftRunningHasFailed() {
    var left =
        new ListImport(
            new ImportId(7),
            list.id(),
            "list.csv",
            ImportPolicy.ADD,
            ImportState.RUNNING,
            1,
            0,
            ImportCounts.NONE,
            null,
            null,
            new UserId(1),
            list.createdAt(),
            null);
    scene.store.begin(scene.scene.workspace, left);
    new ImportScene().imports.afterSingletonsInstantiated();
    assertThat(scene.found(left))
        .extracting(ListImport::state, ListImport::problem)
        .containsExactly(ImportState.FAILED, "interrupted");
  }

  @Test
  void damagedAndForeignFilesAreRefusedWithWhatIsWrong() {
    assertThat(problem("PK\u0003\u0004\0\0\0xl/workbook.xml\0\1\2")).isEqualTo("not-text");
    assertThat(problem("a,b\n0944123456,\"x\n")).isEqualTo("quote-open");
    var damaged = "a,b\n0944123456,ليلى سامر دمشق\n".getBytes(StandardCharsets.UTF_8);
    damaged[damaged.length - 2] = (byte) 0xC3;
    assertThat(scene.bring(list, ADD, new ByteArrayInputStream(damaged)).problem())
        .isEqualTo("encoding-broken");
    assertThat(scene.records(list)).isEmpty();
  }

  @Test
  void noCellOfTheReportIsAFormula() throws IOException {
    var done = scene.bring(list, ADD, "a,b", "=cmd|' /C calc'!A0,x", "\"@SUM(1,\"\"2\"\")\",y");
    var report = new StringWriter();
    RefusalReport.write(scene.store, scene.scene.workspace, done.id(), report);
    assertThat(report.toString().lines())
        .containsExactly(
            "\ufeffline,what,field,reason,value",
            "2,ROW,\"Mobile\",NUMBER_HAS_LETTERS,\"'=cmd|' /C calc'!A0\"",
            "3,ROW,\"Mobile\",NUMBER_HAS_LETTERS,\"'@SUM(1,\"\"2\"\")\"");
  }

  @Test
  void whatIsHandedOutStaysWhenAFileReplacesTheList() {
    followers.follow = true;
    scene.bring(list, ADD, "a,b", "0944123456,stays", "0944123457,goes");
    followers.handedOut = scene.records(list).getFirst().id().value();
    var done =
        scene.bring(list, ImportScene.plan(ImportPolicy.REPLACE, 1, 3), "a,b", "0944123458,comes");
    assertThat(done.counts()).isEqualTo(new ImportCounts(1, 1, 0, 1, 0, 0));
    assertThat(scene.records(list))
        .extracting(CallingRecord::customerName)
        .containsExactly("stays", "comes");
  }

  private String problem(String file) {
    return String.valueOf(
        scene
            .bring(list, ADD, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
            .problem());
  }

  /// With a header. Made while it is read.
  private static InputStream rows(long count, LongFunction<String> row) {
    return new InputStream() {
      private byte[] piece = "mobile,name\n".getBytes(StandardCharsets.UTF_8);
      private int at;
      private long made;

      @Override
      public int read() {
        if (at == piece.length) {
          if (made == count) return -1;
          piece = row.apply(made++).getBytes(StandardCharsets.UTF_8);
          at = 0;
        }
        return piece[at++] & 0xFF;
      }
    };
  }

  /// A campaign that follows every list once it is told to.
  private static final class Followers implements RecordsListener {
    private volatile boolean follow;
    private volatile long handedOut;
    private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());

    @Override
    public boolean follows(JdbcClient db, WorkspaceId workspace, ListId list) {
      return follow;
    }

    @Override
    public void changed(JdbcClient db, WorkspaceId workspace, ListId list, long[] records) {
      batches.add(records.length);
    }

    @Override
    public long[] leaving(JdbcClient db, WorkspaceId workspace, ListId list, long[] records) {
      return Arrays.stream(records).filter(id -> id == handedOut).toArray();
    }
  }
}
