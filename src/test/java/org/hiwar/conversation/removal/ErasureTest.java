package org.hiwar.conversation.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.hiwar.Requirement;
import org.hiwar.contact.ContactId;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.Await;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.Test;

/// Contacts that are removed for good, and handed out, with everything that is kept of them.
@Requirement("S0-61")
class ErasureTest extends ApiTest {
  private final UserId talker = workspace.user("talker", Role.AGENT);
  private final KnownPerson person = KnownPerson.of(workspaceId(), talker);
  private final TestBrowser supervisor = logIn("supervisor");

  private static String deletion(KnownPerson of) {
    return of.path() + "?version=1";
  }

  private long count(String what) {
    return TestDatabase.database()
        .in(
            workspaceId().value(),
            db ->
                db.sql("select count(*) from " + what + " and workspace = ?")
                    .param(workspaceId().value())
                    .query(Long.class)
                    .single());
  }

  /// The rows that nobody sees, as text.
  private List<String> hidden() {
    return TestDatabase.database()
        .in(
            workspaceId().value(),
            db -> {
              db.sql("select set_config('hiwar.erasing', 'on', true)").query(String.class).single();
              return db.sql("select c::text from contact c where workspace = ? and erased")
                  .param(workspaceId().value())
                  .query(String.class)
                  .list();
            });
  }

  @Test
  void nothingOfThemIsLeftButThatTheirNumberIsNotWrittenToAndNotCalled() {
    var other = KnownPerson.of(workspaceId(), talker);
    var known = other.found();
    assertThat(person.found()).hasSizeGreaterThan(25).isEqualTo(known);

    var extent = supervisor.get(person.path() + "/erasure").expect(200).body();
    assertThat(extent.get("conversations").asInt()).isEqualTo(1);
    assertThat(extent.get("activities").asInt()).isEqualTo(2);
    assertThat(extent.get("messages").asInt()).isEqualTo(1);
    assertThat(extent.get("files").asInt()).isEqualTo(1);
    assertThat(extent.get("recordings").asInt()).isEqualTo(1);
    assertThat(extent.get("records").asInt()).isEqualTo(1);
    assertThat(extent.get("followUps").asInt()).isEqualTo(1);
    assertThat(extent.get("merged").asInt()).isEqualTo(1);
    assertThat(extent.get("goesOn").asBoolean()).isFalse();
    supervisor.delete(deletion(person)).expect(204);

    supervisor.get(person.path()).expect(404);
    assertThat(supervisor.get("/api/contacts?query=" + person.word).body().get("items").size())
        .isZero();
    Await.until(() -> person.files().stream().noneMatch(Files::exists));
    Await.until(() -> person.found().equals(Map.of("do_not_call_entry", 1L, "opt_out", 1L)));
    assertThat(count("opt_out where value = '" + person.number + "' and word is null")).isOne();
    assertThat(count("audit_event where what = 'contact.deleted'")).isOne();
    assertThat(other.found()).isEqualTo(known);
    assertThat(other.files()).allMatch(Files::exists);
  }

  @Test
  void whatCampaignsCountStaysTrue() {
    supervisor.delete(deletion(person)).expect(204);
    assertThat(count("call_attempt where record = " + person.id("record"))).isOne();
    assertThat(
            count(
                "campaign_record where attempts = 1 and status = 'FINAL' and record = "
                    + person.id("record")))
        .isOne();
    assertThat(count("campaign_success where fields = '{\"City\": \"Damascus\"}'")).isOne();
  }

  @Test
  void whoIsTalkedToStaysUntilThatIsOver() {
    set("conversation", "closed_at = null, ended_at = null", "conversation");
    assertThat(supervisor.delete(deletion(person)).problem()).isEqualTo("contact-goes-on");
    assertThat(supervisor.get(person.path() + "/erasure").body().get("goesOn").asBoolean())
        .isTrue();
    set("conversation", "closed_at = now(), ended_at = now()", "conversation");
    set("preview", "state = 'REVIEWING', outcome = null", "preview");
    assertThat(supervisor.delete(deletion(person)).problem()).isEqualTo("contact-goes-on");
    set("preview", "state = 'ENDED', outcome = 'CALLED'", "preview");
    assertThat(supervisor.delete(person.path() + "?version=7").problem()).isEqualTo("changed");
    supervisor.delete(deletion(person)).expect(204);
  }

  @Test
  void whatIsKeptByANumberThatAnotherHasTooStays() {
    TestDatabase.database()
        .in(
            workspaceId().value(),
            db -> {
              long other = TestDatabase.ids().next();
              db.sql("insert into contact (workspace, id, created_at) values (?, ?, now())")
                  .params(workspaceId().value(), other)
                  .update();
              return db.sql(
                      "insert into contact_address (workspace, contact, kind, value, trust,"
                          + " created_at) values (?, ?, 'PHONE', ?, 'PRESENTED', now())")
                  .params(workspaceId().value(), other, person.number)
                  .update();
            });
    var extent = supervisor.get(person.path() + "/erasure").expect(200).body();
    assertThat(extent.get("records").asInt()).isZero();
    supervisor.delete(deletion(person)).expect(204);
    assertThat(person.found())
        .containsKeys("record_number", "call_attempt", "sms_long", "contact_address")
        .doesNotContainKeys("contact", "message", "call", "email");
  }

  private void set(String table, String what, String id) {
    TestDatabase.database()
        .in(
            workspaceId().value(),
            db ->
                db.sql("update " + table + " set " + what + " where workspace = ? and id = ?")
                    .params(workspaceId().value(), person.id(id))
                    .update());
  }

  /// A table that nobody told this test of is one whose rows nobody sees staying. Left out are who
  /// is being deleted, what goes on (nobody is deleted then), and which of the numbers of a record
  /// are not called, by their places.
  @Test
  void everyTableThatCanBeAboutThemHasARowOfTheirs() {
    assertThat(
            person.unknownTo(
                "contact", "conversation", "interaction", "message", "visitor", "party", "record"))
        .as("KnownPerson has no row of theirs in these")
        .containsExactlyInAnyOrder("erasure", "floor_work", "stopped_number");
  }

  /// More than goes in one transaction: who they are is gone at once, and the rest after it,
  /// whatever stops in between.
  @Test
  void somebodyWithALongHistoryIsGoneAtOnceAndTheirHistorySoonAfter() {
    int times = 2 * RemovalLimits.INTERACTIONS + 7;
    person.hasSpokenBefore(times, 1);
    var other = KnownPerson.of(workspaceId(), talker);
    var known = other.found();
    assertThat(supervisor.get("/api/erasures").expect(200).body()).isEmpty();
    var erasures = RunningHiwar.bean(Erasures.class);
    var contact = new ContactId(person.id("contact"));
    assertThat(erasures.erase(workspaceId(), talker, contact, 1))
        .isInstanceOf(Erasures.Erased.Done.class);

    assertThat(erasures.erase(workspaceId(), talker, contact, 1))
        .isInstanceOf(Erasures.Erased.NotFound.class);
    supervisor.get(person.path()).expect(404);
    supervisor.get(person.path() + "/activities").expect(404);
    supervisor.get(person.path() + "/export").expect(404);
    assertThat(supervisor.get("/api/contacts").body().get("items").toString())
        .doesNotContain(contact.toString())
        .contains(String.valueOf(other.id("contact")));
    assertThat(person.found())
        .containsKeys("message", "interaction")
        .doesNotContainKeys(
            "contact", "contact_address", "contact_word", "calling_record", "chat_left");
    assertThat(hidden()).hasSize(2).noneMatch(row -> row.contains(person.word));
    var going = supervisor.get("/api/erasures").body();
    assertThat(going).hasSize(1);
    assertThat(going.get(0).get("activities").asInt()).isEqualTo(times + 2);
    assertThat(going.get(0).get("gone").asInt()).isZero();
    logIn("agent").get("/api/erasures").expect(403);

    var erasing = RunningHiwar.bean(GoingErasures.class);
    assertThat(erasing.step(workspaceId())).isTrue();
    assertThat(supervisor.get("/api/erasures").body().get(0).get("gone").asInt())
        .isEqualTo(RemovalLimits.INTERACTIONS);
    RunningHiwar.bean(RemovalJob.class).soon(workspaceId());
    Await.until(() -> person.files().stream().noneMatch(Files::exists));
    Await.until(() -> person.found().equals(Map.of("do_not_call_entry", 1L, "opt_out", 1L)));
    Await.until(() -> supervisor.get("/api/erasures").body().isEmpty());
    assertThat(hidden()).isEmpty();
    assertThat(count("audit_event where what = 'contact.deleted'")).isOne();
    assertThat(other.found()).isEqualTo(known);
    assertThat(other.files()).allMatch(Files::exists);
  }

  /// As if Hiwar had ended right behind the transaction.
  @Test
  void filesThatAreLeftByACrashAreDeletedAfterIt() {
    var erased =
        RunningHiwar.bean(Erasures.class)
            .erase(workspaceId(), talker, new ContactId(person.id("contact")), 1);
    assertThat(erased).isInstanceOf(Erasures.Erased.Done.class);
    assertThat(person.files()).allMatch(Files::exists);
    assertThat(count("file_removal where true")).isEqualTo(2);

    RunningHiwar.bean(FileRemovals.class).workOff(workspaceId());

    assertThat(person.files()).noneMatch(Files::exists);
    assertThat(count("file_removal where true")).isZero();
  }

  @Test
  void allThatIsKeptOfThemIsHandedOutToWhoMayHaveIt() throws IOException {
    logIn("agent").get(person.path() + "/export").expect(403);
    var all = export("supervisor");
    assertThat(all).hasSizeGreaterThan(15);
    assertThat(all.get("messages.json")).contains("I am " + person.word);
    for (var name :
        new String[] {
          "contact",
          "addresses",
          "left-messages",
          "message-changes",
          "refused-values",
          "opt-outs",
          "activities",
          "deliveries",
          "files",
          "postponements",
          "transfers",
          "ratings",
          "follow-ups",
          "mails",
          "calls",
          "last-written",
          "calling-records",
          "call-attempts"
        }) assertThat(all.get(name + ".json")).as(name).containsAnyOf(person.word, person.number);
    var recording = "recordings/" + person.id("recording") + ".ogg";
    var file = "files/" + person.id("attachment") + "-" + person.word + ".pdf";
    assertThat(all).containsEntry(recording, person.word).containsEntry(file, person.word);
    assertThat(all).containsEntry("photos/1.jpg", person.word);
    assertThat(export("administrator")).doesNotContainKey(recording).containsKey(file);
    assertThat(count("audit_event where what = 'contact.exported'")).isEqualTo(2);
  }

  /// The entries of the archive, as text.
  private Map<String, String> export(String login) throws IOException {
    var answer = logIn(login).download(person.path() + "/export");
    assertThat(answer.statusCode()).isEqualTo(200);
    var entries = new TreeMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
        entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
    }
    return entries;
  }
}
