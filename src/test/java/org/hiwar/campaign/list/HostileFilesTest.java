package org.hiwar.campaign.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hiwar.platform.table.BrokenFile;
import org.hiwar.platform.table.TextEncoding;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/// Files that were made to do harm: each is refused with what is wrong with it, and the list is as
/// it was.
class HostileFilesTest {
  private static final int MOBILE = 1;
  private static final int CITY = 4;
  private static final ImportPlan ADD = ImportScene.plan(ImportPolicy.ADD, MOBILE, CITY);
  private static final String GOOD = "mobile,city\n0944123456,Homs\n";

  private final ImportScene scene = new ImportScene();
  private final CallingList list = scene.scene.list();

  /// In a process with so little memory that a piece of the file too many would end it.
  @Test
  void aFileComesInThroughLessMemoryThanItHasBytes() throws Exception {
    var access = TestDatabase.postgres().access();
    var folder = Files.createTempDirectory(Path.of("target"), "small-heap-").toAbsolutePath();
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeapImport.class.getName(),
                access.url(),
                access.user(),
                access.password(),
                scene.scene.workspace.toString(),
                list.id().toString(),
                folder.toString(),
                "40000",
                "3900")
            .redirectErrorStream(true)
            .start();
    try {
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(said).contains("DONE 40000");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aFieldWithoutEndIsRefusedWhereItBegins() {
    assertThat(problem(GOOD + "0944123457," + "x".repeat(20_000_000))).isEqualTo("row-too-long");
    assertThat(problem(GOOD + "0944123457,\"" + "\n".repeat(20_000_000))).isEqualTo("row-too-long");
  }

  @Test
  void aMillionColumnsAreTooMany() {
    assertThat(problem(",".repeat(1_000_000))).isEqualTo("too-many-columns");
    assertThat(problem(GOOD + "0944123457" + ",".repeat(1_000_000))).isEqualTo("too-many-columns");
  }

  @Test
  void anArchiveWithTheNameOfATableIsNoText() throws IOException {
    var archive = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(archive)) {
      zip.putNextEntry(new ZipEntry("list.csv"));
      var same = GOOD.repeat(1_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 1_000; i++) zip.write(same);
    }
    assertThat(scene.bring(list, ADD, new ByteArrayInputStream(archive.toByteArray())).problem())
        .isEqualTo("not-text");
    assertThat(scene.records(list)).isEmpty();
  }

  @Test
  void zerosBehindTheBeginningAreNoText() {
    assertThat(problem(GOOD + "0944123457,x\n".repeat(10_000) + "0944123458,a\0b\n"))
        .isEqualTo("not-text");
  }

  /// Whoever names the encoding is believed; what no text has is refused row by row.
  @Test
  void aZeroInAFileOfANamedEncodingIsRefusedWithItsRow() {
    var plan =
        new ImportPlan(
            ImportPolicy.ADD,
            TextEncoding.UTF_8,
            ',',
            true,
            DateOrder.DAY_FIRST,
            List.of(MOBILE, CITY));
    var done =
        scene.bring(list, plan, "mobile,city", "0944123456,Ho\0ms", "0944123457,Homs", "09\0,x");
    assertThat(done.counts()).isEqualTo(new ImportCounts(3, 1, 0, 0, 2, 0));
    assertThat(scene.refusals(done))
        .extracting(RefusedValue::reason)
        .containsExactly(Reason.CONTROL_CHARACTER, Reason.CONTROL_CHARACTER);
  }

  @Test
  void datesThatNoCalendarHasAreRefused() {
    int contract = 8;
    var done =
        scene.bring(
            list,
            ImportScene.plan(ImportPolicy.ADD, MOBILE, contract),
            "mobile,contract",
            "0944123451,30/02/2026",
            "0944123452,29/02/2025",
            "0944123453,00/00/0000",
            "0944123454,2026-13-01",
            "0944123455,2026-01-01 25:61",
            "0944123456,-999999999-01-01",
            "0944123457,29/02/2024");
    assertThat(done.counts()).isEqualTo(new ImportCounts(7, 1, 0, 0, 6, 0));
    assertThat(scene.refusals(done)).allMatch(refused -> refused.reason() == Reason.NO_DATE);
  }

  @Test
  void ofTwoColumnsWithTheSameNameOneIsTheField() throws BrokenFile {
    var file = "Mobile,Mobile,City,City\n0944123456,0944123457,Homs,Hama\n";
    var seen = FilePreview.of(file.getBytes(StandardCharsets.UTF_8), list, null, null, null);
    assertThat(seen.columns())
        .extracting(FilePreview.FileColumn::field)
        .doesNotHaveDuplicates()
        .startsWith(MOBILE)
        .contains(CITY);
  }

  private String problem(String file) {
    var done =
        scene.bring(list, ADD, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    assertThat(scene.records(list)).isEmpty();
    return String.valueOf(done.problem());
  }
}
