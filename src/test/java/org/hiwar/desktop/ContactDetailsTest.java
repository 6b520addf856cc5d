package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.contact.ContactStore;
import org.hiwar.testing.ApiTest;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is known of a contact beside name and addresses, and the fields that a workspace defines.
class ContactDetailsTest extends ApiTest {
  private final TestBrowser administrator = logIn("administrator");
  private final TestBrowser agent = logIn("agent");
  private final String contact = contact("Layla Haddad");

  private String contact(String name) {
    return new ContactStore(TestDatabase.database(), TestDatabase.ids(), Clock.systemUTC())
        .create(workspaceId(), name, "ar")
        .id()
        .toString();
  }

  private static Map<String, Object> field(String key, String type, List<String> choices) {
    return Map.of(
        "key",
        key,
        "nameAr",
        "حقل " + key,
        "nameEn",
        "Field " + key,
        "type",
        type,
        "choices",
        choices,
        "shown",
        true);
  }

  private String made(String key, String type, List<String> choices) {
    return administrator
        .post("/api/contact-fields", field(key, type, choices))
        .expect(201)
        .body()
        .get("id")
        .asString();
  }

  private Map<String, Object> details(Map<String, String> fields) {
    long version = agent.get("/api/contacts/" + contact).expect(200).body().get("version").asLong();
    return new HashMap<>(
        Map.of(
            "company",
            " Acme Trading ",
            "timeZone",
            "Asia/Damascus",
            "tags",
            List.of("vip", "Newsletter"),
            "fields",
            fields,
            "consents",
            Map.of("voice", true),
            "version",
            version));
  }

  private List<String> found(String query) {
    return agent
        .get(
            "/api/contacts?query="
                + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8))
        .expect(200)
        .body()
        .get("items")
        .valueStream()
        .map(item -> item.get("id").asString())
        .toList();
  }

  @Test
  void fieldsOfTheWorkspaceAreFilledInCheckedKeptAndFound() {
    var city = made("city", "TEXT", List.of());
    var age = made("age", "NUMBER", List.of());
    var since = made("since", "DATE", List.of());
    var plan = made("plan", "CHOICE", List.of("Gold", "Silver"));
    var others = contact("Omar Gold");
    var wish = details(Map.of(city, "دمشق", age, "٣٠٫٥٠", since, "2024-02-29", plan, "Gold"));
    var saved = agent.send("PUT", "/api/contacts/" + contact + "/details", wish).expect(200).body();
    assertThat(saved.at("/fields/" + age).asString()).isEqualTo("30.5");
    var read = agent.get("/api/contacts/" + contact + "/details").expect(200).body();
    assertThat(read).isEqualTo(saved);
    assertThat(read.get("company").asString()).isEqualTo("Acme Trading");
    assertThat(read.at("/consents/0/given").asBoolean()).isTrue();
    for (var query :
        List.of(
            "acme",
            "company:acme",
            "شركة:acme",
            "tag:vip",
            "newsl",
            "city:دمشق",
            "دمشق",
            "plan:gold",
            "company:acme tag:news layla",
            "since:2024-02-29")) assertThat(found(query)).as(query).containsExactly(contact);
    assertThat(found("gold")).containsExactlyInAnyOrder(contact, others);
    assertThat(found("company:haddad")).isEmpty();
    assertThat(found("city:vip")).isEmpty();
    assertThat(agent.send("PUT", "/api/contacts/" + contact + "/details", wish).problem())
        .as("somebody has changed it since")
        .isEqualTo("changed");
  }

  @Test
  void whatDoesNotFitAFieldIsRefusedAndNothingIsChanged() {
    var age = made("age", "NUMBER", List.of());
    var since = made("since", "DATE", List.of());
    var plan = made("plan", "CHOICE", List.of("Gold"));
    for (var wrong :
        List.of(Map.of(age, "thirty"), Map.of(since, "2023-02-29"), Map.of(plan, "Bronze"))) {
      var answer = agent.send("PUT", "/api/contacts/" + contact + "/details", details(wrong));
      assertThat(answer.problem()).isEqualTo("invalid-field-value");
      assertThat(answer.body().get("field").asString()).isEqualTo(wrong.keySet().iterator().next());
    }
    var zone = details(Map.of());
    zone.put("timeZone", "Mars/Olympus");
    assertThat(agent.send("PUT", "/api/contacts/" + contact + "/details", zone).problem())
        .isEqualTo("invalid-detail");
    assertThat(agent.get("/api/contacts/" + contact + "/details").expect(200).body().get("tags"))
        .isEmpty();
  }

  @Test
  void aConsentKeepsItsTimeWhileItIsTheSame() {
    var first = save(Map.of("voice", true));
    var again = save(Map.of("voice", true));
    assertThat(again.at("/consents/0")).isEqualTo(first.at("/consents/0"));
    assertThat(save(Map.of("voice", false)).at("/consents/0/given").asBoolean()).isFalse();
    assertThat(save(Map.of()).get("consents")).isEmpty();
  }

  private JsonNode save(Map<String, Boolean> consents) {
    var wish = details(Map.of());
    wish.put("consents", consents);
    return agent.send("PUT", "/api/contacts/" + contact + "/details", wish).expect(200).body();
  }

  @Test
  void onlyAdministratorsDefineFieldsAndKeyAndTypeStay() {
    assertThat(agent.post("/api/contact-fields", field("city", "TEXT", List.of())).problem())
        .isEqualTo("not-allowed");
    var city = made("city", "TEXT", List.of());
    assertThat(
            administrator.post("/api/contact-fields", field("city", "DATE", List.of())).problem())
        .isEqualTo("contact-field-taken");
    for (var wrong :
        List.of(
            field("tag", "TEXT", List.of()),
            field("City", "TEXT", List.of()),
            field("plan", "CHOICE", List.of()),
            field("plan", "TEXT", List.of("Gold"))))
      assertThat(administrator.post("/api/contact-fields", wrong).problem())
          .isEqualTo("invalid-contact-field");
    var path = "/api/contact-fields/" + city;
    assertThat(administrator.send("PUT", path, field("town", "TEXT", List.of())).problem())
        .isEqualTo("contact-field-fixed");
    var hidden = new HashMap<>(field("city", "TEXT", List.of()));
    agent
        .send("PUT", "/api/contacts/" + contact + "/details", details(Map.of(city, "Aleppo")))
        .expect(200);
    hidden.put("shown", false);
    administrator.send("PUT", path, hidden).expect(200);
    agent
        .send("PUT", "/api/contacts/" + contact + "/details", details(Map.of(city, "Homs")))
        .expect(200);
    var kept = agent.get("/api/contacts/" + contact + "/details").expect(200).body();
    assertThat(kept.at("/fields/" + city).asString()).isEqualTo("Aleppo");
  }
}
