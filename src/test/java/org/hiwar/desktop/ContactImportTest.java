package org.hiwar.desktop;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactStore;
import org.hiwar.contact.PhoneContacts;
import org.hiwar.contact.Trust;
import org.hiwar.contact.WholeContact;
import org.hiwar.contact.WholeContactStore;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.TestWorkspace;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Contacts brought in from files, with a report of what was refused, and written to files that can
/// be brought in again.
class ContactImportTest extends ApiTest {
  private static final String FILE =
      """
      الاسم;رقم الجوال;البريد الإلكتروني;company;tags;city;consent_voice;time zone;language
      ليلى أحمد;٠٩٤٤١٢٣٤٥٦ ؛ 011 3334445;Layla@Example.com;Acme;vip;حلب;نعم;Asia/Damascus;العربية
      عمر;abc;;;;;;;
      Omar;0944123457;;;"vip;new";;maybe;Mars/Olympus;en
      Twice;+963 944 123 457;;;;;;;
      Short;0944123458
      """;
  private static final String COLUMNS =
      "NAME,PHONE,EMAIL,COMPANY,TAGS,,CONSENT:voice,TIME_ZONE,LANGUAGE";

  private final TestBrowser administrator = logIn("administrator");
  private final ContactStore contacts =
      new ContactStore(TestDatabase.database(), TestDatabase.ids(), Clock.systemUTC());
  private final WholeContactStore whole = new WholeContactStore(TestDatabase.database());

  private static String imports(String known, String columns) {
    return "/api/contact-imports?fileName=a.csv&known="
        + known
        + "&region=SY&columns="
        + URLEncoder.encode(columns, UTF_8);
  }

  /// Until it is over.
  private static JsonNode over(TestBrowser by, TestBrowser.Answer begun) {
    var at = "/api/contact-imports/" + begun.expect(201).body().path("id").asString();
    Await.until(
        () -> !by.get(at).expect(200).body().at("/standing/state").asString().equals("RUNNING"));
    return by.get(at).expect(200).body();
  }

  private JsonNode bring(String known, String columns, byte[] file) {
    return over(administrator, administrator.upload(imports(known, columns), file));
  }

  private JsonNode bring(String known, String columns, String... lines) {
    return bring(known, columns, String.join("\r\n", lines).getBytes(UTF_8));
  }

  private static Map<String, Long> counts(JsonNode done) {
    var counts = new TreeMap<String, Long>();
    done.at("/standing/counts")
        .propertyStream()
        .filter(one -> one.getValue().asLong() > 0)
        .forEach(one -> counts.put(one.getKey(), one.getValue().asLong()));
    return counts;
  }

  private static List<String> refusals(JsonNode done) {
    return done.path("refusals")
        .valueStream()
        .map(
            one ->
                one.path("line").asString()
                    + (one.path("whole").asBoolean() ? " row " : " value ")
                    + one.path("reason").asString())
        .toList();
  }

  private List<String> found(String query) {
    return administrator
        .get("/api/contacts?query=" + URLEncoder.encode(query, UTF_8))
        .expect(200)
        .body()
        .path("items")
        .valueStream()
        .map(one -> one.path("name").asString())
        .toList();
  }

  private static List<WholeContact> all(WholeContactStore store, WorkspaceId of) {
    return store.after(of, Optional.empty(), 1_000);
  }

  @Test
  void aFileIsPreviewedMappedBroughtInAndFound() {
    administrator
        .post(
            "/api/contact-fields",
            Map.of(
                "key", "city", "nameAr", "المدينة", "nameEn", "City", "type", "TEXT", "choices",
                List.of(), "shown", true))
        .expect(201);
    var preview =
        administrator
            .upload("/api/contact-import-preview?region=SY", FILE.getBytes(UTF_8))
            .expect(200)
            .body();
    var meanings =
        preview
            .at("/preview/columns")
            .valueStream()
            .map(one -> one.path("meaning").asString())
            .toList();
    assertThat(meanings)
        .startsWith("NAME", "PHONE", "EMAIL", "COMPANY", "TAGS")
        .endsWith("CONSENT:voice", "TIME_ZONE", "LANGUAGE");
    assertThat(meanings.get(5)).startsWith("FIELD:");
    assertThat(preview.at("/preview/rows/0/0").asString()).isEqualTo("ليلى أحمد");
    assertThat(preview.path("meanings").valueStream().map(JsonNode::asString))
        .containsAll(meanings);

    var done = bring("UPDATE", String.join(",", meanings), FILE.getBytes(UTF_8));
    assertThat(done.at("/standing/state").asString()).isEqualTo("DONE");
    assertThat(counts(done))
        .isEqualTo(Map.of("rows", 5L, "added", 2L, "refused", 3L, "leftOut", 2L));
    assertThat(refusals(done))
        .containsExactly(
            "3 row NUMBER_HAS_LETTERS",
            "4 value NO_ANSWER",
            "4 value NO_ZONE",
            "5 row TWICE_IN_FILE",
            "6 row OTHER_COLUMNS");
    for (var query :
        List.of(
            "ليلي",
            "احمد",
            "4123456",
            "3334445",
            "layla@example",
            "company:acme",
            "city:حلب",
            "tag:vip ليلى")) assertThat(found(query)).as(query).containsExactly("ليلى أحمد");
    assertThat(found("tag:new")).containsExactly("Omar");
    var layla = all(whole, workspaceId()).getFirst();
    assertThat(layla.contact().language()).isEqualTo("ar");
    assertThat(layla.details().timeZone()).isEqualTo("Asia/Damascus");
    assertThat(layla.details().consents().getFirst().given()).isTrue();
    assertThat(layla.contact().addresses())
        .containsExactlyInAnyOrder(
            new Address(AddressKind.PHONE, "+963944123456", Trust.CONFIRMED),
            new Address(AddressKind.PHONE, "+963113334445", Trust.CONFIRMED),
            new Address(AddressKind.EMAIL, "layla@example.com", Trust.CONFIRMED));
    assertThat(
            new PhoneContacts(TestDatabase.database(), TestDatabase.ids(), Clock.systemUTC())
                .known(workspaceId(), "+963944123456"))
        .as("who calls from it")
        .contains(layla.contact().id());
    var report = "/api/contact-imports/" + done.at("/standing/id").asString() + "/refusals";
    assertThat(administrator.get(report).expect(200).response().body())
        .contains("3,ROW,\"رقم الجوال\",NUMBER_HAS_LETTERS,\"abc\"")
        .contains("4,VALUE,\"time zone\",NO_ZONE,\"Mars/Olympus\"");
    assertThat(
            administrator
                .get("/api/audit-log")
                .body()
                .path("items")
                .valueStream()
                .map(one -> one.path("what").asString()))
        .contains("contact-import.begun", "contact-import.ended");
  }

  @Test
  void whoIsKnownIsWrittenOverLeftAloneOrReportedAndARepeatChangesNothing() {
    bring("UPDATE", "NAME,EMAIL,TAGS", "n,e,t", "Layla,layla@example.com,vip");
    var layla = all(whole, workspaceId()).getFirst().contact();
    assertThat(counts(bring("KEEP", "NAME,EMAIL", "n,e", "Leila,LAYLA@example.com")))
        .isEqualTo(Map.of("rows", 1L, "kept", 1L));
    var reported =
        bring("REFUSE", "NAME,EMAIL", "n,e", "Leila,layla@example.com", "Omar,o@b.example");
    assertThat(counts(reported)).isEqualTo(Map.of("rows", 2L, "refused", 1L, "added", 1L));
    assertThat(refusals(reported)).containsExactly("2 row KNOWN");
    assertThat(contacts.find(workspaceId(), layla.id()).orElseThrow()).isEqualTo(layla);

    var more = new String[] {"n,e,p,t", "ليلى حداد,layla@example.com,0944123456,friend"};
    assertThat(counts(bring("UPDATE", "NAME,EMAIL,PHONE,TAGS", more)))
        .isEqualTo(Map.of("rows", 1L, "updated", 1L));
    var changed = whole.all(workspaceId(), List.of(layla.id())).getFirst();
    assertThat(changed.contact().name()).isEqualTo("ليلى حداد");
    assertThat(changed.details().tags()).containsExactly("vip", "friend");
    assertThat(found("حداد 4123456")).containsExactly("ليلى حداد");
    assertThat(found("layla")).as("her mail address").containsExactly("ليلى حداد");
    assertThat(counts(bring("UPDATE", "NAME,EMAIL,PHONE,TAGS", more)))
        .isEqualTo(Map.of("rows", 1L, "kept", 1L));
    assertThat(whole.all(workspaceId(), List.of(layla.id())).getFirst()).isEqualTo(changed);
  }

  @Test
  void whatWasOnlyClaimedIsNobodysAndWhatSeveralHaveIsReported() {
    var one = contact("One", "+963944000001", Trust.CLAIMED);
    var two = contact("Two", "+963944000002", Trust.CONFIRMED);
    contact("Three", "+963944000002", Trust.CONFIRMED);
    var nameless = contact(null, "+963944000004", Trust.PRESENTED);
    var done =
        bring(
            "UPDATE", "NAME,PHONE", "n,p", "New,0944000001", "Who,0944000002", "Named,0944000004");
    assertThat(counts(done))
        .isEqualTo(Map.of("rows", 3L, "added", 1L, "updated", 1L, "refused", 1L));
    assertThat(refusals(done)).containsExactly("3 row SEVERAL_CONTACTS");
    assertThat(contacts.find(workspaceId(), one).orElseThrow().name()).isEqualTo("One");
    assertThat(contacts.find(workspaceId(), two).orElseThrow().name()).isEqualTo("Two");
    assertThat(contacts.find(workspaceId(), nameless).orElseThrow().name()).isEqualTo("Named");
  }

  private ContactId contact(@Nullable String name, String number, Trust trust) {
    var made = contacts.create(workspaceId(), name, null).id();
    contacts.addAddress(workspaceId(), made, new Address(AddressKind.PHONE, number, trust));
    return made;
  }

  @Test
  void filesAreReadHoweverTheyAreWritten() {
    var text = "الاسم\tالبريد\r\nفاطمة\tf%d@example.com\r\n";
    var files =
        List.of(
            ("\ufeff" + text.formatted(1)).getBytes(UTF_8),
            ("\ufeff" + text.formatted(2)).getBytes(UTF_16LE),
            text.formatted(3).getBytes(Charset.forName("windows-1256")));
    for (var file : files)
      assertThat(counts(bring("KEEP", "NAME,EMAIL", file)))
          .isEqualTo(Map.of("rows", 1L, "added", 1L));
    assertThat(found("فاطمه")).hasSize(3);
  }

  @Test
  void whatIsNoTableBringsNothingInAndSaysWhy() {
    var picture = new byte[5_000];
    new Random(1).nextBytes(picture);
    assertThat(problem(picture)).isEqualTo("not-text");
    assertThat(problem(new byte[0])).isEqualTo("empty");
    assertThat(problem("n,e\nA,a@b.example\n\"open,x@b.example\n".getBytes(UTF_8)))
        .isEqualTo("quote-open");
    var damaged = new ByteArrayOutputStream();
    damaged.writeBytes("الاسم,البريد\nليلى,l@b.example\n".getBytes(UTF_8));
    damaged.write(0xC3);
    assertThat(problem(damaged.toByteArray())).isEqualTo("encoding-broken");
    assertThat(problem(("x".repeat(300_000) + "\n").getBytes(UTF_8))).isEqualTo("row-too-long");
    assertThat(problem((",".repeat(500) + "\n").getBytes(UTF_8))).isEqualTo("too-many-columns");
    assertThat(all(whole, workspaceId())).isEmpty();
    assertThat(administrator.upload("/api/contact-import-preview", picture).expect(422).problem())
        .isEqualTo("file-not-text");
    assertThat(administrator.upload(imports("KEEP", "NAME"), new byte[1]).expect(422).problem())
        .isEqualTo("contact-column-missing");
    for (var wrong : List.of("EMAIL,EMAIL,FIELD:1", "VISITOR", "LANGUAGE,LANGUAGE,EMAIL"))
      assertThat(administrator.upload(imports("KEEP", wrong), new byte[1]).expect(422).problem())
          .isEqualTo("contact-columns-invalid");
    logIn("supervisor").upload(imports("KEEP", "EMAIL"), new byte[1]).expect(403);
    logIn("agent").get("/api/contacts-file").expect(403);
  }

  private String problem(byte[] file) {
    var done = bring("KEEP", "NAME,EMAIL", file);
    assertThat(done.at("/standing/state").asString()).isEqualTo("FAILED");
    assertThat(counts(done)).isEmpty();
    return done.at("/standing/problem").asString();
  }

  /// As far as the planner knows, there are many workspaces, with one contact each: the statements
  /// of an import may not count on it.
  private static void plannerHasHeardOfSmallWorkspaces() {
    var database = TestDatabase.database();
    for (int i = 0; i < 300; i++) {
      var workspace = TestDatabase.freshWorkspace().value();
      database.in(
          workspace,
          db ->
              db.sql(
                      """
                      with c as (insert into contact (workspace, id, name, search_text, created_at)
                        values (:workspace, 1, 'A', 'single' || :workspace, now()) returning workspace, id)
                      insert into contact_address (workspace, contact, kind, value, trust, created_at)
                      select workspace, id, 'EMAIL', workspace || '@b.example', 'CONFIRMED', now() from c\
                      """)
                  .param("workspace", workspace)
                  .update());
    }
    database.inDirectory(
        db -> db.sql("analyze contact, contact_address, contact_word, contact_word_form").update());
  }

  /// `-Drows` of them: a million by hand, some ten thousand in a build.
  @Test
  void aLargeFileWithBrokenRowsIsBroughtInWhileOthersWorkAndNothingIsLost() {
    int rows = Integer.getInteger("rows", 10_000);
    plannerHasHeardOfSmallWorkspaces();
    var file = new StringBuilder("name,email,phone\n");
    for (int i = 0; i < rows; i++)
      file.append(
          switch (i % 10) {
            case 3 -> "broken \"row\" " + i + "\n";
            case 7 -> "Nobody " + i + ",,\n";
            default -> "ليلى " + i + ",l" + i + "@example.com,09" + (44_000_000 + i) + "\n";
          });
    var begun =
        administrator.upload(imports("KEEP", "NAME,EMAIL,PHONE"), file.toString().getBytes(UTF_8));
    var agent = logIn("agent");
    var at = "/api/contact-imports/" + begun.expect(201).body().path("id").asString();
    assertThat(administrator.upload(imports("KEEP", "EMAIL"), "e\n".getBytes(UTF_8)).problem())
        .isIn("contact-import-running", "imports-too-many", "");
    Await.until(
        () -> {
          agent.get("/api/contacts?query=nobody").expect(200);
          var state = administrator.get(at).body().at("/standing/state").asString();
          return !state.equals("RUNNING");
        });
    var done = administrator.get(at).expect(200).body();
    long tenth = rows / 10;
    assertThat(counts(done))
        .isEqualTo(Map.of("rows", (long) rows, "added", 8 * tenth, "refused", 2 * tenth));
    assertThat(found("l42@example.com")).first().isEqualTo("ليلى 42");
    var report = administrator.get(at + "/refusals").expect(200).response().body().lines().toList();
    assertThat(report).hasSize((int) Math.min(100_000, 2 * tenth) + 1);
    assertThat(report.get(1)).isEqualTo("5,ROW,\"\",OTHER_COLUMNS,\"broken \"\"row\"\" 3\"");
    assertThat(report.get(2)).isEqualTo("9,ROW,\"\",NO_ADDRESS,\"\"");
  }

  @Test
  void anImportEndsWhenItIsCancelledAndWhatIsThereStays() {
    var lines = new ArrayList<>(List.of("e"));
    IntStream.range(0, 40_000).forEach(i -> lines.add("c" + i + "@example.com"));
    var begun =
        administrator.upload(imports("KEEP", "EMAIL"), String.join("\n", lines).getBytes(UTF_8));
    var at = "/api/contact-imports/" + begun.expect(201).body().path("id").asString();
    administrator.post(at + "/cancel", "").expect(204);
    var done = over(administrator, begun);
    assertThat(done.at("/standing/state").asString()).isEqualTo("CANCELLED");
    assertThat(done.at("/standing/counts/added").asLong())
        .isLessThan(40_000)
        .isEqualTo(
            TestDatabase.database()
                .in(
                    workspaceId().value(),
                    db -> db.sql("select count(*) from contact").query(Long.class).single()));
    administrator.post(at + "/cancel", "").expect(204);
  }

  @Test
  void whatWasWrittenToAFileIsBroughtInAsTheSameContacts() {
    var field =
        administrator
            .post(
                "/api/contact-fields",
                Map.of(
                    "key",
                    "plan",
                    "nameAr",
                    "الخطة",
                    "nameEn",
                    "Plan",
                    "type",
                    "CHOICE",
                    "choices",
                    List.of("=Gold", "Silver"),
                    "shown",
                    true))
            .expect(201)
            .body()
            .path("id")
            .asString();
    var columns =
        "NAME,PHONE,EMAIL,WHATSAPP,TELEGRAM,CLAIMED,COMPANY,TAGS,CONSENT:voice,PREFERRED_CHANNEL,FIELD:"
            + field;
    var made =
        bring(
            "UPDATE",
            columns,
            "n,p,e,w,t,c,co,ta,v,pc,f",
            "'=HYPERLINK(1),0944123456;+4915120000001,a@b.example,+963944123456,77,x@b.example,\"Acme,"
                + " \"\"Ltd\"\"\",\"a\\;b;ج؛د\",no,voice,'=Gold",
            "\"two\nlines\",0944123457,,,,,-1+1,,,,Silver");
    assertThat(counts(made)).isEqualTo(Map.of("rows", 2L, "added", 2L));
    contacts.create(workspaceId(), "Without addresses", "ar");
    var before = all(whole, workspaceId());
    var file = administrator.download("/api/contacts-file");
    assertThat(file.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
    var text = new String(file.body(), UTF_8);
    assertThat(text).startsWith("\ufeffhiwar_id,name,").contains("\"'=HYPERLINK(1)\"", "\"'-1+1\"");
    assertThat(
            new String(
                    logIn("supervisor").download("/api/contacts-file?query=hyperlink").body(),
                    UTF_8)
                .lines())
        .hasSize(2);

    var meanings = meanings(administrator, file.body());
    assertThat(counts(bring("UPDATE", meanings, file.body())))
        .isEqualTo(Map.of("rows", 3L, "kept", 3L));
    assertThat(all(whole, workspaceId())).isEqualTo(before);

    var other = TestWorkspace.fresh();
    other.user("administrator", Role.ADMINISTRATOR);
    var there = other.logIn("administrator");
    there
        .post(
            "/api/contact-fields",
            Map.of(
                "key",
                "plan",
                "nameAr",
                "الخطة",
                "nameEn",
                "Plan",
                "type",
                "CHOICE",
                "choices",
                List.of("=Gold", "Silver"),
                "shown",
                true))
        .expect(201);
    var done =
        over(there, there.upload(imports("KEEP", meanings(there, file.body())), file.body()));
    assertThat(counts(done)).isEqualTo(Map.of("rows", 3L, "added", 2L, "refused", 1L));
    assertThat(refusals(done)).containsExactly("5 row NO_ADDRESS");
    assertThat(all(whole, other.id()).stream().map(ContactImportTest::said))
        .isEqualTo(before.stream().limit(2).map(ContactImportTest::said).toList());
  }

  private static String meanings(TestBrowser by, byte[] file) {
    return String.join(
        ",",
        by.upload("/api/contact-import-preview", file)
            .expect(200)
            .body()
            .at("/preview/columns")
            .valueStream()
            .map(one -> one.path("meaning").asString())
            .toList());
  }

  /// What is known of a contact, whatever its number and those of the fields are.
  private static List<Object> said(WholeContact one) {
    return List.of(
        Objects.toString(one.contact().name()),
        Set.copyOf(one.contact().addresses()),
        Objects.toString(one.contact().preferredChannel()),
        Objects.toString(one.details().company()),
        one.details().tags(),
        List.copyOf(one.details().fields().values()),
        one.details().consents().stream().map(c -> c.channel() + c.given()).toList());
  }
}
