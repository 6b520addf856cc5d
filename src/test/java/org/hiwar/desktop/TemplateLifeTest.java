package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.id;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hiwar.Requirement;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.VisitorClient;
import org.hiwar.voice.line.PhoneNumber;
import org.hiwar.voice.line.PhoneNumberId;
import org.hiwar.voice.line.PhoneNumberStore;
import org.hiwar.voice.line.PlacedTrunk;
import org.hiwar.voice.line.TrunkStore;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.Transport;
import org.hiwar.voice.sip.Trunk;
import org.hiwar.voice.sip.TrunkId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Templates where an agent writes: those that fit the channel, the service and the customer's
/// language, filled with what is known.
@Tag("api")
class TemplateLifeTest {
  private static final String NUMBER = "+963112233445";

  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final TestBrowser administrator = administrator();

  private TestBrowser administrator() {
    shop.administrator("administrator");
    return shop.browser("administrator");
  }

  private String template(String name, Map<String, String> texts, @Nullable List<String> channels) {
    return template(name, texts, channels, null);
  }

  private String template(
      String name,
      Map<String, String> texts,
      @Nullable List<String> channels,
      @Nullable List<String> services) {
    var wish = new LinkedHashMap<String, Object>();
    wish.put("name", name);
    wish.put("shortcut", name);
    wish.put("channels", channels);
    wish.put("services", services);
    wish.put(
        "texts",
        texts.entrySet().stream()
            .map(e -> Map.of("language", e.getKey(), "subject", "", "text", e.getValue()))
            .toList());
    return administrator.post("/api/templates", wish).expect(201).body().path("id").asString();
  }

  private static String contact(JsonNode conversation) {
    return conversation.at("/contact/id").asString();
  }

  private static List<String> names(JsonNode templates) {
    return templates.valueStream().map(one -> one.path("name").asString()).toList();
  }

  private static JsonNode fitting(OpenDesk desk, JsonNode chat, String channel) {
    return desk.agent()
        .get(
            "/api/contacts/"
                + contact(chat)
                + "/templates?channel="
                + channel
                + "&conversation="
                + id(chat))
        .ok()
        .body();
  }

  private static JsonNode filled(OpenDesk desk, JsonNode chat, String template, String more) {
    return desk.agent()
        .get(
            "/api/contacts/"
                + contact(chat)
                + "/templates/"
                + template
                + "?conversation="
                + id(chat)
                + more)
        .ok()
        .body();
  }

  private static JsonNode chat(OpenDesk desk, VisitorClient visitor, @Nullable String name) {
    visitor.connect();
    visitor.say(UUID.randomUUID(), "Where is my order?", name, null).join();
    return desk.acceptOffer();
  }

  private void giveNumber() {
    var trunk = new TrunkId(TestDatabase.ids().next());
    RunningHiwar.bean(TrunkStore.class)
        .add(
            shop.workspace(),
            new PlacedTrunk(
                new Trunk(
                    trunk,
                    "Trunk",
                    "127.0.0.1",
                    9,
                    Transport.UDP,
                    null,
                    false,
                    false,
                    false,
                    List.of()),
                1));
    var id = new PhoneNumberId(TestDatabase.ids().next());
    RunningHiwar.bean(PhoneNumberStore.class)
        .add(
            shop.workspace(),
            new PhoneNumber(id, trunk, new DialString(NUMBER), shop.voice(), null));
  }

  @Test
  @Requirement("S0-75")
  void theTextIsFilledWithWhatIsKnownAndTheRestIsAGap() {
    var template =
        template(
            "booking",
            Map.of(
                "en",
                "Hello {{customer.name}}, {{service.name}} has changed booking {{ask:Booking"
                    + " number}} on {{today}}. {{agent.name}}"),
            null);
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      var chat = chat(desk, visitor, "Jane");

      var text = filled(desk, chat, template, "&zone=Asia/Damascus").path("text");
      assertThat(text.path(0).path("text").asString())
          .isEqualTo("Hello Jane, Orders has changed booking ");
      assertThat(text.path(1).path("question").asString()).isEqualTo("Booking number");
      assertThat(text.path(2).path("text").asString())
          .matches(" on \\p{L}+ \\d{1,2}, \\d{4}\\. amal");
      assertThat(text.size()).isEqualTo(3);
      assertThat(filled(desk, chat, template, "&zone=Nowhere/At_all").path("text").size())
          .isEqualTo(3);
    }
  }

  @Test
  @Requirement("S0-75")
  void whatNobodyKnowsIsNeverPutInAsBraces() {
    var template = template("hello", Map.of("en", "Hello {{customer.name}}!"), null);
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      var chat = chat(desk, visitor, null);

      var text = filled(desk, chat, template, "").path("text");
      assertThat(text.path(1).path("missing").asString()).isEqualTo("customer.name");
      assertThat(text.toString()).doesNotContain("{{");
      assertThat(fitting(desk, chat, "web").path(0).path("beginning").asString())
          .isEqualTo("Hello …!");
    }
  }

  @Test
  @Requirement("S0-76")
  void aNumberToCallComesFromATemplateInTheCustomersLanguage() {
    var texts = Map.of("en", "Call {{service.number}}", "ar", "اتصل بنا: {{service.number}}");
    var template = template("number", texts, List.of("web"));
    try (var desk = OpenDesk.of(shop.agent("amal", "ar")).ready();
        var visitor = shop.visitor("ar")) {
      var chat = chat(desk, visitor, null);
      assertThat(filled(desk, chat, template, "").at("/text/1/missing").asString())
          .isEqualTo("service.number");

      giveNumber();
      var filled = filled(desk, chat, template, "");
      assertThat(filled.path("language").asString()).isEqualTo("ar");
      assertThat(filled.at("/text/0/text").asString())
          .isEqualTo("اتصل بنا: \u2066" + NUMBER + "\u2069");
      assertThat(filled(desk, chat, template, "&language=en").at("/text/0/text").asString())
          .isEqualTo("Call " + NUMBER);
      var listed = fitting(desk, chat, "web").path(0);
      assertThat(listed.path("language").asString()).isEqualTo("ar");
      assertThat(listed.path("languages").toString()).isEqualTo("[\"ar\",\"en\"]");
    }
  }

  @Test
  @Requirement("S0-83")
  void onlyWhatFitsTheChannelAndTheServiceIsOffered() {
    var text = Map.of("en", "Thank you. {{agent.name}}");
    template("a", text, null);
    template("b", text, List.of("sms"));
    template("c", text, List.of("web", "sms"));
    template("d", text, null, List.of(shop.service()));
    template("e", text, null, List.of(shop.voice().toString()));
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      var chat = chat(desk, visitor, null);
      assertThat(names(fitting(desk, chat, "web"))).containsExactly("a", "c", "d");
      assertThat(names(fitting(desk, chat, "sms"))).containsExactly("a", "b", "c", "d");

      var alone = "/api/contacts/" + contact(chat) + "/templates?channel=sms";
      assertThat(names(desk.agent().get(alone).ok().body())).containsExactly("a", "b", "c");
    }
  }

  @Test
  void whatIsNotThereLooksLikeWhatIsOfOthers() {
    var template = template("hello", Map.of("en", "Hello"), null);
    var other = ChatWorkspace.fresh();
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en");
        var theirs = OpenDesk.of(other.agent("omar", "en")).ready();
        var stranger = other.visitor("en")) {
      var chat = chat(desk, visitor, null);
      var foreign = chat(theirs, stranger, null);
      var path = "/api/contacts/" + contact(chat) + "/templates";
      for (var wrong :
          List.of(
              path + "?channel=web&conversation=" + id(foreign),
              path + "?channel=web&conversation=1",
              path + "/1",
              path + "/" + template + "?conversation=" + id(foreign),
              "/api/contacts/" + contact(foreign) + "/templates?channel=web"))
        assertThat(desk.agent().get(wrong).status()).as(wrong).isEqualTo(404);
    }
  }

  @Test
  void whatTheCustomerIsCalledIsNotReadAsATemplate() {
    giveNumber();
    var template = template("hello", Map.of("en", "Hello {{customer.name}}"), null);
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      var chat = chat(desk, visitor, "{{service.number}}");
      assertThat(filled(desk, chat, template, "").at("/text/0/text").asString())
          .isEqualTo("Hello {{service.number}}");
    }
  }

  @Test
  void aDayIsWrittenAsItsLanguageWritesIt() {
    var template = template("day", Map.of("de", "Am {{today}}"), null);
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      var chat = chat(desk, visitor, null);
      assertThat(filled(desk, chat, template, "").at("/text/0/text").asString())
          .matches("Am \\d{1,2}\\. \\p{L}+ \\d{4}");
    }
  }
}
