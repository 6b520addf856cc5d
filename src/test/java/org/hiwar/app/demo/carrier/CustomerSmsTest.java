package org.hiwar.app.demo.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.app.demo.DemoScene;
import org.hiwar.app.demo.SamsDesk;
import org.hiwar.testing.Await;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.voice.sip.DialString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A telephone of the demonstration writes SMS with an agent, over SMPP.
class CustomerSmsTest {
  private static final DialString PHONE = DemoNumbers.phones().get(6);

  private final DemoSms sms = RunningHiwar.bean(DemoSms.class);
  private final SmsNetwork network = RunningHiwar.bean(SmsNetwork.class);
  private final List<ToPhone> shown = new CopyOnWriteArrayList<>();
  private final Display display = shown::add;

  @BeforeEach
  void start() {
    DemoScene.create();
    sms.start();
    network.plug(PHONE, display);
  }

  @AfterEach
  void stop() {
    network.unplug(PHONE, display);
    sms.stop();
  }

  private List<String> heard() {
    return shown.stream()
        .map(ToPhone.Text.class::cast)
        .filter(text -> !text.mine())
        .map(ToPhone.Text::text)
        .toList();
  }

  @Test
  void whatACustomerWritesReachesAnAgentWhoseAnswerIsShownAndConfirmed() {
    assertThat(network.senders())
        .extracting(ToPhone.CentreNumber::number)
        .containsExactlyInAnyOrder(DemoNumbers.ENGLISH.text(), DemoNumbers.ARABIC.text());
    try (var sam = SamsDesk.ready()) {
      var asked = "Where is my order? ".repeat(12).strip();
      network.write(PHONE, DemoNumbers.ENGLISH, asked);
      sam.awaitOffer();
      assertThat(sam.interaction().get("channel").asString()).isEqualTo("sms");
      sam.accept();
      assertThat(sam.lastMessage().get("text").asString()).isEqualTo(asked);

      sam.write("/api/messages", wish("طلبك في الطريق"));
      Await.until(() -> heard().equals(List.of("طلبك في الطريق")));
      Await.until(() -> sam.lastMessage().at("/delivery/state").asString("").equals("DELIVERED"));
      assertThat(shown).noneMatch(frame -> ((ToPhone.Text) frame).failed());
    }
  }

  private static Map<String, ?> wish(String text) {
    var wish = new HashMap<String, @Nullable Object>();
    for (var absent : List.of("contact", "account", "to", "thread", "service"))
      wish.put(absent, null);
    wish.putAll(Map.of("channel", "sms", "text", text));
    return wish;
  }
}
