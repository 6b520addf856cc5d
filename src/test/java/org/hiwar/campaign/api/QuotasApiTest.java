package org.hiwar.campaign.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Quotas as administrators set them.
class QuotasApiTest extends ApiTest {
  private static final String FIELDS =
      "{\"all\": [{\"name\": \"City\", \"type\": \"OTHER\", \"required\": false, \"searchable\":"
          + " false, \"key\": false}, {\"name\": \"Age\", \"type\": \"INTEGER\", \"required\":"
          + " false, \"searchable\": false, \"key\": false}], \"expiresAfter\": null}";

  private final TestBrowser administrator = logIn("administrator");
  private final String campaign =
      administrator
          .post(
              "/api/campaigns",
              "{\"name\": \"Survey\", \"calls\": null, \"zone\": \"Asia/Damascus\"}")
          .expect(201)
          .body()
          .path("id")
          .asString();

  private String path(String rest) {
    return "/api/campaigns/" + campaign + rest;
  }

  private TestBrowser.Answer set(String quotas) {
    var body = (ObjectNode) administrator.get(path("")).expect(200).body();
    body.retain("name", "calls", "enabled", "offerSeconds", "settings");
    ((ObjectNode) body.at("/settings/rules/quotas"))
        .set("quotas", JsonMapper.shared().readTree(quotas));
    return administrator.put(path(""), body.toString());
  }

  private String list(String name) {
    long id = TestDatabase.ids().next();
    TestDatabase.database()
        .in(
            workspaceId().value(),
            db ->
                db.sql(
                        """
                        insert into calling_list (workspace, id, name, region, zone, fields, created_at)
                        values (?, ?, ?, 'DE', 'Europe/Berlin', ?::jsonb, now())\
                        """)
                    .params(workspaceId().value(), id, name, FIELDS)
                    .update());
    return Long.toString(id);
  }

  private TestBrowser.Answer bind(String list, boolean enabled) {
    return administrator.put(
        path("/lists/" + list),
        Map.of(
            "enabled", enabled, "position", 1, "ratio", 1, "filter", List.of(), "sort", List.of()));
  }

  private String result(String code) {
    return administrator
        .get("/api/dispositions")
        .expect(200)
        .body()
        .valueStream()
        .filter(one -> one.path("code").asString("").equals(code))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }

  private List<String> lacks() {
    return administrator
        .get(path("/diagnostics"))
        .expect(200)
        .body()
        .valueStream()
        .map(one -> one.path("code").asString())
        .toList();
  }

  private static String byDisposition(String id) {
    return "[{\"of\": \"disposition\", \"disposition\": \"" + id + "\", \"most\": 5}]";
  }

  @Test
  void quotasAreKeptAndTheirProgressIsRead() {
    bind(list("Customers"), true).expect(200);
    set("[{\"of\": \"all\", \"most\": 100},"
            + " {\"of\": \"value\", \"field\": \"City\", \"value\": \"حلب\", \"most\": 10},"
            + " {\"of\": \"range\", \"field\": \"Age\", \"from\": 18, \"to\": 29.5, \"most\": 7}]")
        .expect(200);
    var told = administrator.get(path("/progress")).expect(200).body().path("quotas");
    assertThat(told.valueStream().map(one -> one.at("/quota/of").asString()))
        .containsExactly("all", "value", "range");
    assertThat(told.valueStream().map(one -> one.path("successes").asInt())).containsOnly(0);
    assertThat(told.at("/2/quota/to").asDouble()).isEqualTo(29.5);
    set(byDisposition(result("SALE"))).expect(200);
    assertThat(lacks()).doesNotContain("QUOTA_FIELD_UNKNOWN", "QUOTA_RESULT_UNKNOWN", "QUOTAS_MET");
  }

  @Test
  void whatIsWrongIsSaidInWordsOfItsOwn() {
    bind(list("Customers"), true).expect(200);
    assertThat(set("[{\"of\": \"all\", \"most\": 0}]").expect(422).problem())
        .isEqualTo("quota-most-invalid");
    for (var incomplete :
        List.of(
            "{\"of\": \"value\", \"field\": \"City\", \"value\": \" \", \"most\": 1}",
            "{\"of\": \"value\", \"field\": \"\", \"value\": \"Homs\", \"most\": 1}",
            "{\"of\": \"range\", \"field\": \"Age\", \"from\": 30, \"to\": 20, \"most\": 1}"))
      assertThat(set("[" + incomplete + "]").expect(422).problem())
          .as(incomplete)
          .isEqualTo("quota-invalid");
    assertThat(
            set("[{\"of\": \"value\", \"field\": \"Town\", \"value\": \"Homs\", \"most\": 1}]")
                .expect(422)
                .problem())
        .isEqualTo("quota-field-unknown");
    assertThat(set(byDisposition(result("OFFER_REJECTED"))).expect(422).problem())
        .isEqualTo("quota-result-unknown");
    assertThat(set(byDisposition("42")).expect(422).problem()).isEqualTo("quota-result-unknown");
  }

  @Test
  void aCampaignWithQuotasHasOneEnabledList() {
    var first = list("First");
    var second = list("Second");
    bind(first, true).expect(200);
    set("[{\"of\": \"all\", \"most\": 3}]").expect(200);
    bind(second, false).expect(200);
    assertThat(bind(second, true).expect(422).problem()).isEqualTo("quotas-of-several-lists");
    set("[]").expect(200);
    bind(second, true).expect(200);
    assertThat(set("[{\"of\": \"all\", \"most\": 3}]").expect(422).problem())
        .isEqualTo("quotas-of-several-lists");
  }

  /// Without a list nobody knows its fields yet.
  @Test
  void aFieldThatTheListDoesNotHaveIsFoundWhenTheListComes() {
    set("[{\"of\": \"value\", \"field\": \"Town\", \"value\": \"Homs\", \"most\": 1}]").expect(200);
    assertThat(bind(list("Customers"), true).expect(422).problem())
        .isEqualTo("quota-field-unknown");
  }

  @Test
  void aResultThatIsASuccessNoMoreHindersTheStart() {
    bind(list("Customers"), true).expect(200);
    set(byDisposition(result("SALE"))).expect(200);
    TestDatabase.database()
        .in(
            workspaceId().value(),
            db ->
                db.sql("update disposition set kind = 'FAILURE' where workspace = ? and code = ?")
                    .params(workspaceId().value(), "SALE")
                    .update());
    assertThat(lacks()).contains("QUOTA_RESULT_UNKNOWN");
    assertThat(administrator.post(path("/start"), "").expect(409).problem())
        .isEqualTo("campaign-incomplete");
  }
}
