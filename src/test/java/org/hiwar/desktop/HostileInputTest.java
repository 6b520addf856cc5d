package org.hiwar.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.desktop.OpenDesk.id;
import static org.hiwar.desktop.OpenDesk.interaction;
import static org.hiwar.desktop.OpenDesk.texts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.HostileTexts;
import org.hiwar.testing.Line;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.VisitorClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What was made to harm, at the doors of agents and visitors: it is shown as it is, as plain text,
/// or refused with a reason; nothing is lost, and whoever else is there goes on.
@Tag("api")
class HostileInputTest {
  private static final int MEGABYTE = 1024 * 1024;
  private static final int TOO_BIG = 1009;

  /// Who still sends when the other side closes may not get to hear why.
  private static final int BROKEN = -1;

  private static final int NO_DATA = 1007;
  private static final String MARKS = "\u0301\u0323\u0489\u0301\u0323\u0489\u0301\u0323";

  private final ChatWorkspace shop = ChatWorkspace.fresh();

  private static String saidBy(VisitorClient visitor, String text) {
    return visitor
        .say(UUID.randomUUID(), text)
        .orTimeout(60, TimeUnit.SECONDS)
        .join()
        .get("type")
        .asString();
  }

  private static int closed(Line line) {
    return line.closed().orTimeout(60, TimeUnit.SECONDS).join();
  }

  private static String write(JsonNode chat, String text) {
    return "{\"type\":\"write\",\"id\":\"%s\",\"conversation\":\"%s\",\"interaction\":\"%s\",\"text\":\"%s\"}"
        .formatted(UUID.randomUUID(), id(chat), interaction(chat), text);
  }

  @Test
  void whateverIsWrittenIsShownAsItWasWrittenOnBothSides() {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      var said = new ArrayList<String>();
      for (var text : HostileTexts.ALL) {
        assertThat(saidBy(visitor, text)).isEqualTo("stored");
        said.add(text);
      }
      var chat = desk.acceptOffer();
      for (int i = 0; i < HostileTexts.ALL.size(); i++) {
        var text = HostileTexts.ALL.get(i);
        if (i % 2 == 0) desk.window().writes(id(chat), interaction(chat), UUID.randomUUID(), text);
        else desk.agent().say(id(chat), interaction(chat), UUID.randomUUID(), text).ok();
        said.add(text);
        desk.shows("written", s -> texts(s.at("/conversations/0")).equals(said));
      }
      Await.until(() -> visitor.heard("message").size() == HostileTexts.ALL.size());
      assertThat(visitor.heard("message"))
          .extracting(one -> one.get("text").asString())
          .isEqualTo(HostileTexts.ALL);

      desk.agent()
          .notes(interaction(chat), String.join("\n", HostileTexts.ALL.subList(0, 9)), null)
          .ok();
      visitor.end();
      desk.conversation("WRAP_UP");
      desk.agent().complete(id(chat), said.size(), null, HostileTexts.TURNED).ok();
      desk.isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {MEGABYTE, 10 * MEGABYTE})
  void aHugeMessageIsRefusedAtEachDoorAndEverybodyGoesOn(int characters) throws Exception {
    var huge = "x".repeat(characters);
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en");
        var other = shop.visitor("en")) {
      visitor.connect();
      assertThat(saidBy(visitor, "hello")).isEqualTo("stored");
      var chat = desk.acceptOffer();

      var second = desk.agent().openDesk();
      second.line().send(write(chat, huge));
      assertThat(closed(second.line())).isIn(TOO_BIG, BROKEN);
      var agent = shop.browser("amal");
      var path = "/api/conversations/" + id(chat) + "/messages";
      assertThat(agent.refusedAtOnce(path, huge.getBytes(StandardCharsets.US_ASCII)).problem())
          .isEqualTo("too-large");

      visitor
          .line()
          .send(
              "{\"type\":\"send\",\"id\":\"" + UUID.randomUUID() + "\",\"text\":\"" + huge + "\"}");
      assertThat(closed(visitor.line())).isIn(TOO_BIG, BROKEN);
      other.connect();
      assertThat(saidBy(other, "me too")).isEqualTo("stored");
      visitor.connect();
      assertThat(saidBy(visitor, "again")).isEqualTo("stored");
      desk.window().writes(id(chat), interaction(chat), UUID.randomUUID(), "here I am");
      desk.shows(
          "all who behave",
          s -> texts(of(s, id(chat))).equals(List.of("hello", "again", "here I am")));
    }
  }

  private static JsonNode of(JsonNode desk, String conversation) {
    return desk.get("conversations")
        .valueStream()
        .filter(one -> id(one).equals(conversation))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsTooLongForAMessageIsRefusedInWordsAndTheLineStays() {
    var longer = "x".repeat(HostileTexts.MESSAGE + 1);
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      saidBy(visitor, "hello");
      var chat = desk.acceptOffer();
      assertThat(saidBy(visitor, longer)).isEqualTo("refused");
      var id = UUID.randomUUID();
      desk.window().writes(id(chat), interaction(chat), id, longer);
      Await.until(() -> !desk.window().answers(id).isEmpty());
      assertThat(desk.window().answers(id).getFirst().get("problem").asString())
          .isEqualTo("too-long");
      assertThat(desk.agent().say(id(chat), interaction(chat), UUID.randomUUID(), longer).problem())
          .isEqualTo("too-long");
      assertThat(saidBy(visitor, "still here")).isEqualTo("stored");
      desk.shows(
          "what is right",
          s -> texts(s.at("/conversations/0")).equals(List.of("hello", "still here")));
    }
  }

  /// NUL, and a half of a pair: as JSON may say them.
  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", "a\\ud800b", "\\udc00"})
  void whatIsNoCharacterIsRefusedInWordsAndTheLineStays(String escaped) {
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      saidBy(visitor, "hello");
      var chat = desk.acceptOffer();
      visitor
          .line()
          .send(
              "{\"type\":\"send\",\"id\":\""
                  + UUID.randomUUID()
                  + "\",\"text\":\""
                  + escaped
                  + "\"}");
      Await.until(() -> !visitor.heard("refused").isEmpty());
      desk.window().line().send(write(chat, escaped));
      Await.until(() -> desk.window().frames().stream().anyMatch(f -> f.has("refused")));
      var agent = shop.browser("amal");
      var notes = "/api/interactions/" + interaction(chat) + "/notes";
      assertThat(agent.put(notes, "{\"notes\": \"" + escaped + "\"}").expect(422).problem())
          .isEqualTo("not-a-text");
      assertThat(saidBy(visitor, "still here")).isEqualTo("stored");
      desk.shows(
          "what is right",
          s -> texts(s.at("/conversations/0")).equals(List.of("hello", "still here")));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void whatIsNoFrameEndsTheLineThatSentItAndNoOther(int kind) {
    var frame =
        switch (kind) {
          case 0 -> "[".repeat(20_000);
          case 1 -> "{\"type\":\"write\",\"id\":" + "9".repeat(20_000) + "}";
          case 2 -> "{\"type\":[".repeat(2_000);
          default -> "{\"type\":\"typing\",\"conversation\":\"" + "9".repeat(5_000) + "\"}";
        };
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en");
        var hostile = shop.visitor("en")) {
      var second = desk.agent().openDesk();
      second.line().send(frame);
      assertThat(closed(second.line())).isEqualTo(NO_DATA);
      hostile.connect();
      hostile.line().send(frame);
      if (kind < 3) assertThat(closed(hostile.line())).isEqualTo(NO_DATA);
      visitor.connect();
      assertThat(saidBy(visitor, "hello")).isEqualTo("stored");
      assertThat(texts(desk.acceptOffer())).containsExactly("hello");
    }
  }

  @Test
  void ofANameOnlyWhatIsSeenIsKeptWhoeverWritesIt() {
    var typed = " \u202E" + HostileTexts.SCRIPT + "\u2066\u200B\n\uFEFFSam " + HostileTexts.TALL;
    var kept = HostileTexts.SCRIPT + " Sam Z" + MARKS;
    try (var desk = OpenDesk.of(shop.agent("amal", "en")).ready();
        var visitor = shop.visitor("en")) {
      visitor.connect();
      var first = typed.substring(0, 150);
      visitor.say(UUID.randomUUID(), "hello", first, "\u202Dsam@example.com\u202C").join();
      var chat = desk.acceptOffer();
      assertThat(chat.at("/contact/name").asString()).isEqualTo(kept);
      assertThat(chat.at("/contact/addresses").toString()).contains("\"sam@example.com\"");

      var agent = shop.browser("amal");
      var contact = "/api/contacts/" + chat.at("/contact/id").asString();
      var version = agent.get(contact).expect(200).body().get("version").asLong();
      var edited =
          agent.patch(contact, Map.of("name", typed.substring(0, 190), "version", version));
      assertThat(edited.expect(200).body().get("name").asString()).isEqualTo(kept);
      assertThat(unseenDetails(agent, contact)).isEqualTo("[\"<b>vip</b>\"]");
      desk.shows("the tag", s -> true);
    }
  }

  /// What it is called, what is in it, as what it is served, and under which name.
  private record Sent(String name, String content, String type, String kept) {}

  private static final List<Sent> FILES =
      List.of(
          new Sent(HostileTexts.TURNED, "GIF89a/*\0*/=1;alert('ran')", "image/gif", "exe.gpj"),
          new Sent("a.png", "<html><script>alert(1)</script>", "text/plain", "a.png"),
          new Sent("a.svg", "<svg xmlns='x' onload='alert(1)'/>", "text/plain", "a.svg"),
          new Sent("a.pdf", "%PDF-1.7\nPK\3\4<script>", "application/pdf", "a.pdf"),
          new Sent("42.zip", "PK\3\4\0\0bomb", "application/zip", "42.zip"),
          new Sent("a.pdf\u200B.exe", "MZ\0\0", "application/octet-stream", "a.pdf.exe"),
          new Sent("../\"><img src=x>.htm", "<b>", "text/plain", "img src=x.htm"),
          new Sent("Z" + "\u0489".repeat(99), "a", "text/plain", "Z" + "\u0489".repeat(8)));

  @Test
  void aFileIsServedAsWhatIsInItToBeSavedAndToRunNowhere() {
    shop.agent("amal", "en");
    var agent = shop.browser("amal");
    for (var file : FILES) {
      var named = URLEncoder.encode(file.name(), StandardCharsets.UTF_8);
      var bytes = file.content().getBytes(StandardCharsets.ISO_8859_1);
      var kept = agent.upload("/api/attachments?name=" + named, bytes).expect(200).body();
      assertThat(kept.get("name").asString()).isEqualTo(file.kept());
      var given = agent.download("/api/attachments/" + kept.get("id").asString());
      assertThat(given.body()).isEqualTo(bytes);
      var headers = given.headers();
      assertThat(headers.firstValue("Content-Type")).contains(file.type());
      assertThat(headers.firstValue("Content-Disposition").orElseThrow())
          .startsWith("attachment;")
          .doesNotContain("\n", "<", "\u202E");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "frame-ancestors 'none'");
      assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
    }
  }

  private static String unseenDetails(TestBrowser agent, String contact) {
    var version = agent.get(contact).expect(200).body().get("version").asLong();
    var wish =
        Map.of(
            "company", "\u2067Sky\u200Bway\u2069",
            "tags", List.of("<b>v\u00ADip</b>\u202E"),
            "fields", Map.of(),
            "consents", Map.of(),
            "version", version);
    var saved = agent.put(contact + "/details", wish).expect(200).body();
    assertThat(saved.get("company").asString()).isEqualTo("Skyway");
    return saved.get("tags").toString();
  }
}
