package org.hiwar.campaign.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hiwar.Requirement;
import org.hiwar.campaign.rule.NumberKind;
import org.junit.jupiter.api.Test;

class ImportTest {
  private static final int MOBILE = 1;
  private static final int WORK = 2;
  private static final int NAME = 3;
  private static final int CITY = 4;
  private static final int CONTRACT = 8;

  private final ImportScene scene = new ImportScene();
  private final CallingList list = scene.scene.list();

  @Test
  @Requirement("S2-2")
  void aFileBecomesRecordsOfOneListWithTheirNumbers() {
    var done =
        scene.bring(
            list,
            ImportScene.plan(ImportPolicy.ADD, NAME, MOBILE, WORK, CITY),
            "الاسم;الجوال;العمل;المدينة",
            "ليلى;٠٩٤٤ ١٢٣ ٤٥٦;011 234 5678;دمشق",
            "\"سامر \"\"أبو علي\"\"\";00963944123457;;\"حلب; الجديدة\"");

    assertThat(done.state()).isEqualTo(ImportState.DONE);
    assertThat(done.counts()).isEqualTo(new ImportCounts(2, 2, 0, 0, 0, 0));
    var records = scene.records(list);
    assertThat(records)
        .extracting(CallingRecord::customerName, r -> r.fields().get("City"))
        .containsExactly(tuple("ليلى", "دمشق"), tuple("سامر \"أبو علي\"", "حلب; الجديدة"));
    assertThat(records.getFirst().numbers())
        .extracting(RecordNumber::position, RecordNumber::kind, RecordNumber::number)
        .containsExactly(
            tuple(1, NumberKind.MOBILE, "+963944123456"),
            tuple(2, NumberKind.WORK, "+963112345678"));
    assertThat(records).allMatch(record -> record.list().equals(list.id()));
  }

  @Test
  void everyEncodingIsFound() {
    int number = 100;
    for (var charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16,
            Charset.forName("windows-1256"))) {
      var fresh = scene.scene.list();
      var done =
          scene.bring(
              fresh,
              ImportScene.plan(ImportPolicy.ADD, NAME, MOBILE),
              charset,
              "الاسم\tالجوال",
              "ليلى\t0944123" + number++);
      assertThat(done.counts().added()).as("%s", charset).isOne();
      assertThat(scene.records(fresh).getFirst().firstName()).isEqualTo("ليلى");
    }
  }

  @Test
  void eachRefusalHasItsReasonAndNothingElseIsRefused() {
    var done =
        scene.bring(
            list,
            ImportScene.plan(ImportPolicy.ADD, MOBILE, WORK, CITY, CONTRACT),
            "mobile,work,city,contract",
            "0944123456,,ok,2026-02-28",
            "09-CALL-ME,,letters,",
            "0944,,short,",
            "+99912345678,,no country,",
            ",,missing,",
            "0944123457,,no such day,30/02/2026",
            "0944123458,abc,work left out,",
            "0944123456,,again,",
            "0944123459,too few");
    assertThat(done.counts()).isEqualTo(new ImportCounts(9, 2, 0, 0, 7, 1));
    assertThat(scene.refusals(done))
        .extracting(RefusedValue::line, RefusedValue::whole, RefusedValue::reason)
        .containsExactly(
            tuple(3L, true, Reason.NUMBER_HAS_LETTERS),
            tuple(4L, true, Reason.NUMBER_TOO_SHORT),
            tuple(5L, true, Reason.NUMBER_OF_NO_COUNTRY),
            tuple(6L, true, Reason.MISSING),
            tuple(7L, true, Reason.NO_DATE),
            tuple(8L, false, Reason.NUMBER_HAS_LETTERS),
            tuple(9L, true, Reason.TWICE_IN_FILE),
            tuple(10L, true, Reason.OTHER_COLUMNS));
  }

  @Test
  void whatIsThereIsRefusedUpdatedOrReplacedAsThePolicySays() {
    bring(ImportPolicy.ADD, "0944123456,ليلى,دمشق", "0944123457,سامر,حلب");
    assertThat(bring(ImportPolicy.ADD, "0944123456,Layla,Homs", "0944123458,Omar,Homs"))
        .isEqualTo(new ImportCounts(2, 1, 0, 0, 1, 0));
    assertThat(names()).containsExactly("ليلى", "سامر", "Omar");

    var updated =
        scene.bring(
            list,
            ImportScene.plan(ImportPolicy.UPDATE, MOBILE, NAME),
            "mobile,name",
            "0944123456,Layla",
            "0944123459,Rana");
    assertThat(updated.counts()).isEqualTo(new ImportCounts(2, 1, 1, 0, 0, 0));
    assertThat(names()).containsExactly("Layla", "سامر", "Omar", "Rana");
    assertThat(scene.records(list).getFirst().fields()).containsEntry("City", "دمشق");

    assertThat(bring(ImportPolicy.REPLACE, "0944123457,Samer,", "0944123460,Hala,"))
        .isEqualTo(new ImportCounts(2, 1, 1, 3, 0, 0));
    assertThat(names()).containsExactly("Samer", "Hala");
    assertThat(scene.records(list).getFirst().numbers()).hasSize(1);
  }

  @Test
  void ofRowsWithTheKeyOfARecordTheFirstMeetsItAndTheOthersTheFirst() {
    bring(ImportPolicy.ADD, "0944123456,ليلى,دمشق");
    var done =
        scene.bring(
            list,
            ImportScene.plan(ImportPolicy.ADD, MOBILE, NAME),
            "mobile,name",
            "0944123457,first",
            "+963944123456,meets Layla",
            "0944 123 457,again",
            "0944-123-456,again");
    assertThat(done.counts()).isEqualTo(new ImportCounts(4, 1, 0, 0, 3, 0));
    assertThat(scene.refusals(done))
        .extracting(RefusedValue::line, RefusedValue::reason, RefusedValue::value)
        .containsExactly(
            tuple(3L, Reason.IN_LIST, "+963944123456"),
            tuple(4L, Reason.TWICE_IN_FILE, "+963944123457"),
            tuple(5L, Reason.TWICE_IN_FILE, "+963944123456"));
    assertThat(names()).containsExactly("ليلى", "first");
  }

  /// Each row is looked for in what came before it, however far that is.
  @Test
  void aCustomerIsFoundTwiceInALargeFileAndHasNoNumberTwice() {
    var rows =
        IntStream.range(0, 12_000)
            .mapToObj(i -> "09441%05d,a,b".formatted(i == 11_999 ? 3 : i))
            .toArray(String[]::new);
    assertThat(bring(ImportPolicy.ADD, rows))
        .isEqualTo(new ImportCounts(12_000, 11_999, 0, 0, 1, 0));
    assertThat(scene.scene.count("select count(*) from record_number where workspace = :workspace"))
        .isEqualTo(11_999);
  }

  @Test
  void whatAValueSaysIsKeptToTheLetter() {
    var city = "a\\b \"c\" {d} \\u0041 \tأ \\N 😀";
    scene.bring(
        list,
        ImportScene.plan(ImportPolicy.ADD, MOBILE, NAME, CITY),
        "mobile,name,city",
        "0944123456,\\.,\"" + city.replace("\"", "\"\"") + "\"");
    assertThat(scene.records(list).getFirst())
        .extracting(CallingRecord::firstName, record -> record.fields().get("City"))
        .containsExactly("\\.", city);
  }

  @Test
  void aBrokenFileThatAddsHasAddedNothing() {
    var rows = IntStream.range(0, 12_000).mapToObj("09441%05d,a,b"::formatted);
    var open = Stream.concat(rows, Stream.of("0944999999,\"never closed,b")).toArray(String[]::new);
    var plan = ImportScene.plan(ImportPolicy.ADD, MOBILE, NAME, CITY);
    assertThat(scene.bring(list, plan, open).problem()).isEqualTo("quote-open");
    assertThat(names()).isEmpty();
    assertThat(bring(ImportPolicy.ADD, "0944123456,ليلى,دمشق").added()).isOne();
  }

  @Test
  void aBrokenFileChangesNothing() {
    bring(ImportPolicy.ADD, "0944123456,ليلى,دمشق");
    var rows = IntStream.range(0, 30_000).mapToObj(i -> "09441%05d,a,b".formatted(i));
    var open = Stream.concat(rows, Stream.of("0944999999,\"never closed,b")).toArray(String[]::new);
    var failed =
        scene.bring(list, ImportScene.plan(ImportPolicy.REPLACE, MOBILE, NAME, CITY), open);
    assertThat(failed)
        .extracting(ListImport::state, ListImport::problem, ListImport::problemLine)
        .containsExactly(ImportState.FAILED, "quote-open", 30_001L);
    assertThat(names()).containsExactly("ليلى");

    var useless =
        scene.bring(
            list, ImportScene.plan(ImportPolicy.REPLACE, MOBILE, NAME, CITY), "a,b,c", "x,y,z");
    assertThat(useless.problem()).isEqualTo("nothing-to-replace-with");
    assertThat(scene.refusals(useless)).hasSize(1);
    assertThat(names()).containsExactly("ليلى");
  }

  @Test
  void recordsExpireAfterTheirInsertionOrADateOfTheirOwn() {
    var fields = new Fields(ListScene.FIELDS.all(), "Contract");
    var own =
        new CallingList(list.id(), list.name(), "SY", list.zone(), fields, 10, list.createdAt());
    scene.bring(
        own, ImportScene.plan(ImportPolicy.ADD, MOBILE, CONTRACT), "m,c", "0944123456,2026-03-01");
    assertThat(scene.records(own).getFirst().expiresAt())
        .isEqualTo(Instant.parse("2026-03-10T21:00:00Z"));
  }

  private ImportCounts bring(ImportPolicy policy, String... rows) {
    var lines =
        Stream.concat(Stream.of("mobile,name,city"), Stream.of(rows)).toArray(String[]::new);
    return scene.bring(list, ImportScene.plan(policy, MOBILE, NAME, CITY), lines).counts();
  }

  private List<String> names() {
    return scene.records(list).stream().map(CallingRecord::customerName).toList();
  }
}
