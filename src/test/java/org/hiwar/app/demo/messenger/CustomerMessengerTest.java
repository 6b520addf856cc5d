package org.hiwar.app.demo.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.app.demo.DemoScene;
import org.hiwar.app.demo.SamsDesk;
import org.hiwar.app.demo.carrier.DemoNumbers;
import org.hiwar.messenger.stub.StubFile;
import org.hiwar.messenger.stub.Tick;
import org.hiwar.testing.Await;
import org.hiwar.testing.RunningHiwar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A customer of the demonstration writes with an agent by messenger, over webhooks and the
/// provider's interface.
class CustomerMessengerTest {
  private static final Customer NORA = Customer.ALL.get(4);
  private static final String ENGLISH = DemoNumbers.ENGLISH.text();

  private final DemoMessenger messenger = RunningHiwar.bean(DemoMessenger.class);
  private final List<ToMessengerPage> shown = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() {
    DemoScene.create();
    messenger.start();
  }

  @AfterEach
  void stop() {
    messenger.stop();
  }

  private List<ToMessengerPage.Entry> entries(boolean mine) {
    var latest = new HashMap<String, ToMessengerPage.Entry>();
    for (var frame : shown)
      if (frame instanceof ToMessengerPage.Entry entry) latest.put(entry.id(), entry);
    return latest.values().stream().filter(entry -> entry.mine() == mine).toList();
  }

  private boolean isShown(boolean mine, String text, Tick tick) {
    return entries(mine).stream()
        .anyMatch(entry -> entry.text().equals(text) && entry.tick() == tick);
  }

  @Test
  void whatACustomerWritesReachesAnAgentWhoseAnswerIsReadAndBothSeeIt() {
    assertThat(messenger.businesses())
        .extracting(Business::number)
        .containsExactlyInAnyOrder(ENGLISH, DemoNumbers.ARABIC.text());
    var open = new OpenMessenger(NORA, messenger.businesses(), shown::add);
    open.begin();
    try (var sam = SamsDesk.ready()) {
      open.take(new FromMessengerPage.Write(ENGLISH, "Where is my order?"));
      Await.until(() -> isShown(true, "Where is my order?", Tick.DELIVERED));
      sam.awaitOffer();
      assertThat(sam.interaction().get("channel").asString()).isEqualTo("whatsapp");
      assertThat(sam.conversation().at("/contact/name").asString()).isEqualTo(NORA.name());
      sam.accept();

      sam.write("/api/messages", wish("طلبك في الطريق"));
      Await.until(() -> isShown(false, "طلبك في الطريق", Tick.DELIVERED));
      Await.until(() -> isShown(true, "Where is my order?", Tick.READ));
      Await.until(() -> sam.lastMessage().at("/delivery/state").asString("").equals("DELIVERED"));

      open.take(new FromMessengerPage.Look(ENGLISH));
      Await.until(() -> sam.lastMessage().at("/delivery/state").asString("").equals("READ"));
      assertThat(isShown(false, "طلبك في الطريق", Tick.READ)).isTrue();
    } finally {
      open.close();
    }
  }

  @Test
  void picturesFilesAndPlacesReachTheAgent() {
    var open = new OpenMessenger(NORA, messenger.businesses(), shown::add);
    open.begin();
    try (var sam = SamsDesk.ready()) {
      var bill = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);
      var file = new StubFile("فاتورة.pdf", "application/pdf", bill);
      open.take(new FromMessengerPage.SendFile(ENGLISH, file, "My bill"));
      sam.awaitOffer();
      sam.accept();
      assertThat(sam.lastMessage().get("text").asString()).isEqualTo("My bill");
      Await.until(() -> sam.lastMessage().at("/files/0/state").asString("").equals("READY"));
      assertThat(sam.lastMessage().at("/files/0/name").asString()).isEqualTo("فاتورة.pdf");
      assertThat(sam.lastMessage().at("/files/0/type").asString()).isEqualTo("application/pdf");

      var voice = new StubFile("", "audio/ogg", "OggS voice".getBytes(StandardCharsets.US_ASCII));
      open.take(new FromMessengerPage.SendVoice(ENGLISH, voice));
      Await.until(() -> sam.lastMessage().at("/files/0/name").asString("").equals("voice.ogg"));
      Await.until(() -> sam.lastMessage().at("/files/0/state").asString("").equals("READY"));
      assertThat(sam.lastMessage().at("/files/0/type").asString()).isEqualTo("audio/ogg");

      open.take(new FromMessengerPage.SendPlace(ENGLISH));
      Await.until(() -> sam.lastMessage().get("text").asString("").contains(NORA.place().name()));
    } finally {
      open.close();
    }
  }

  /// Looked at by a page that is opened only then.
  @Test
  void aPageIsShownWhatTheTelephoneRemembersAndFilesOfItsOwnAlone() {
    var before = new OpenMessenger(NORA, messenger.businesses(), shown::add);
    before.begin();
    before.take(
        new FromMessengerPage.SendFile(
            ENGLISH, new StubFile("a.txt", "text/plain", new byte[] {'a'}), ""));
    try (var sam = SamsDesk.ready()) {
      sam.awaitOffer();
      sam.accept();
    }
    before.close();
    shown.clear();

    var after = new OpenMessenger(NORA, messenger.businesses(), shown::add);
    after.begin();
    var file = Objects.requireNonNull(entries(true).getFirst().file());
    after.take(new FromMessengerPage.Load(ENGLISH, file.id()));
    assertThat(shown).last().isEqualTo(new ToMessengerPage.Loaded(file.id(), "YQ=="));
    after.close();

    var other = new OpenMessenger(Customer.ALL.get(5), messenger.businesses(), shown::add);
    other.take(new FromMessengerPage.Load(ENGLISH, file.id()));
    assertThat(shown).last().isEqualTo(new ToMessengerPage.Loaded(file.id(), ""));
  }

  private static Map<String, ?> wish(String text) {
    var wish = new HashMap<String, @Nullable Object>();
    for (var absent : List.of("contact", "account", "to", "thread", "service"))
      wish.put(absent, null);
    wish.putAll(Map.of("channel", "whatsapp", "text", text));
    return wish;
  }
}
