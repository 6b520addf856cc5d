package org.hiwar.channel.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class LedgerApiTest extends ApiTest {
  private final TestBrowser administrator = logIn("administrator");
  private final long account = TestDatabase.ids().next();
  private final long item = TestDatabase.ids().next();

  LedgerApiTest() {
    for (var sql :
        """
        insert into skill (workspace, id, kind, name) values (:workspace, :service, 'SERVICE', 'Post')
        insert into service (workspace, id, name, medium) values (:workspace, :service, 'Post', 'CHAT')
        insert into channel_account (workspace, id, channel, name, address, service, enabled, created_at) values (:workspace, :account, 'postcard', 'Post office', 'box 1', :service, false, now())
        insert into inbound_item (workspace, id, account, external_id, body, received_at, state, reason, detail) values (:workspace, :item, :account, 'abc', '\\x010203', now(), 'ASIDE', 'unreadable', 'wet')
        insert into contact (workspace, id, name, created_at) values (:workspace, 8, 'Layla', now())
        insert into conversation (workspace, id, contact, last_seq, opened_at) values (:workspace, 8, 8, 9, now())
        insert into message (workspace, conversation, seq, id, interaction, client_id, author_kind, text, at) values (:workspace, 8, 9, 7, 10, gen_random_uuid(), 'AGENT', 'Hello', now())
        insert into delivery (workspace, message, conversation, seq, interaction, account, recipient, state, failure, detail, tries, next_at, changed_at) values (:workspace, 7, 8, 9, 10, :account, 'box 9', 'FAILED', 'unreachable', 'moved', 8, now(), now())
        """
            .lines()
            .toList())
      TestDatabase.database()
          .in(
              workspaceId().value(),
              db ->
                  db.sql(sql)
                      .param("workspace", workspaceId().value())
                      .param("service", item + 1)
                      .param("account", account)
                      .param("item", item)
                      .update());
  }

  @Test
  void theLedgerOfTheLastHourNamesAccountsAndBalances() {
    var ledger = administrator.get("/api/ledger").expect(200).body();
    assertThat(ledger.path("missing").asLong()).isZero();
    assertThat(ledger.path("lines").size()).isEqualTo(1);
    var line = ledger.path("lines").path(0);
    assertThat(line.path("name").asString()).isEqualTo("Post office");
    assertThat(line.path("channel").asString()).isEqualTo("postcard");
    assertThat(line.path("aside").toString()).isEqualTo("{\"unreadable\":1}");
  }

  @Test
  void itSaysSoWhenItDoesNotBalance() {
    TestDatabase.database()
        .in(
            workspaceId().value(),
            db ->
                db.sql(
                        "update inbound_item set state = 'TAKEN', reason = null, message = 1,"
                            + " conversation = 1")
                    .update());
    var ledger = administrator.get("/api/ledger").expect(200).body();
    assertThat(ledger.path("missing").asLong()).isEqualTo(1);
    assertThat(ledger.path("lines").path(0).path("missing").asLong()).isEqualTo(1);
  }

  @Test
  void aTimeThatIsTooLongIsRefused() {
    var from = Instant.now().minus(2, ChronoUnit.DAYS);
    assertThat(administrator.get("/api/ledger?from=" + from).expect(422).problem())
        .isEqualTo("ledger-period-invalid");
  }

  @Test
  void whatWasSetAsideIsListedAndReadAgain() {
    var all = administrator.get("/api/set-aside").expect(200).body();
    var one = all.path("items").path(0);
    assertThat(one.path("reason").asString()).isEqualTo("unreadable");
    assertThat(one.path("detail").asString()).isEqualTo("wet");
    assertThat(one.path("bytes").asLong()).isEqualTo(3);
    assertThat(all.path("next").isNull()).isTrue();
    var path = "/api/set-aside/" + one.path("id").asString() + "/again";
    administrator.post(path, Map.of()).expect(204);
    assertThat(audited()).isEqualTo(1);
    Await.until(() -> detail().equals("nobody reads postcards here"));
  }

  /// What is said of it after it was read once more.
  private String detail() {
    var items = administrator.get("/api/set-aside").expect(200).body().path("items");
    return items.path(0).path("detail").asString("");
  }

  private long audited() {
    return TestDatabase.database()
        .in(
            workspaceId().value(),
            db ->
                db.sql("select count(*) from audit_event where what = 'set-aside.read-again'")
                    .query(Long.class)
                    .single());
  }

  @Test
  void aMessageThatFailedIsListedAndTriedAgain() {
    var one = administrator.get("/api/failed-deliveries").expect(200).body().path(0);
    assertThat(one.path("name").asString()).isEqualTo("Post office");
    assertThat(one.path("failure").asString()).isEqualTo("unreachable");
    assertThat(one.path("detail").asString()).isEqualTo("moved");
    administrator.post("/api/failed-deliveries/8/9/again", Map.of()).expect(204);
  }
}
