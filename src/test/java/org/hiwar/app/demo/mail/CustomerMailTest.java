package org.hiwar.app.demo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.app.demo.DemoScene;
import org.hiwar.app.demo.SamsDesk;
import org.hiwar.testing.Await;
import org.hiwar.testing.RunningHiwar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A mailbox of the demonstration writes with an agent, over SMTP and IMAP.
class CustomerMailTest {
  private static final Mailbox NORA = Mailbox.CUSTOMERS.get(4);

  private final DemoMail mail = RunningHiwar.bean(DemoMail.class);
  private final List<ToMailPage> shown = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() {
    DemoScene.create();
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  private List<ToMailPage.Mail> received() {
    return shown.stream()
        .filter(ToMailPage.Mail.class::isInstance)
        .map(ToMailPage.Mail.class::cast)
        .filter(each -> !each.mine())
        .toList();
  }

  @Test
  void whatACustomerWritesReachesAnAgentWhoseAnswerIsInTheCustomersMailbox() {
    var running = mail.running().orElseThrow();
    assertThat(running.centre()).containsExactlyInAnyOrderElementsOf(Mailbox.CENTRE);
    var mailbox = new OpenMailbox(running.server(), NORA, Clock.systemUTC(), shown::add);
    mailbox.open();
    try (var sam = SamsDesk.ready()) {
      mailbox.write(
          new FromMailPage.Write(
              1, Mailbox.ENGLISH.address(), "My order", "Where is my order?", ""));
      sam.awaitOffer();
      assertThat(sam.interaction().get("channel").asString()).isEqualTo("email");
      assertThat(sam.conversation().at("/contact/name").asString()).isEqualTo(NORA.name());
      sam.accept();

      sam.write("/api/emails", answer(sam.lastMessage().get("id").asString()));
      Await.until(() -> received().size() == 1);
      assertThat(received().getFirst().subject()).isEqualTo("Re: My order");
      assertThat(received().getFirst().text()).startsWith("It comes tomorrow.");
      assertThat(received().getFirst().party().address()).isEqualTo(Mailbox.ENGLISH.address());

      mailbox.write(
          new FromMailPage.Write(
              2,
              Mailbox.ENGLISH.address(),
              "Re: My order",
              "Thank you",
              received().getFirst().id()));
      Await.until(() -> sam.conversation().get("messages").size() == 3);
      assertThat(sam.conversation().get("interactions").size()).isEqualTo(1);
    } finally {
      mailbox.close();
    }
  }

  private static Map<String, ?> answer(String to) {
    var wish = new HashMap<String, @Nullable Object>();
    wish.put("contact", null);
    wish.put("account", null);
    wish.putAll(
        Map.of(
            "to",
            List.of(NORA.address()),
            "cc",
            List.of(),
            "subject",
            "Re: My order",
            "text",
            "It comes tomorrow.",
            "inReplyTo",
            to));
    return wish;
  }
}
