package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.hiwar.Requirement;
import org.hiwar.house.CustomerPage;
import org.hiwar.testing.HiwarProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The customer's page about conversations, walked in Arabic, sentence by sentence, in one browser:
/// customers on the shop's page, the agent in the desktop, the real server between them. A step
/// stands here once it can be done, and never leaves. Each step leaves a picture in
/// docs/pictures/conversations-page.
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConversationsPageWalkTest {
  private static final Words WORDS = Words.in("ar");
  private static final String LAYLA = "ليلى حداد";
  private static final String OMAR = "عمر ناصر";

  private static HiwarProcess hiwar;
  private static Chromium chromium;
  private static AgentWindow agent;
  private static CustomerWindow layla;
  private static CustomerWindow omar;

  @BeforeAll
  static void open() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "conversations-page-").toAbsolutePath();
    hiwar = HiwarProcess.start(Map.of("SERVER_PORT", "0", "HIWAR_DATA", data.toString()));
    var address = URI.create(hiwar.awaitAddress());
    chromium = new Chromium();
    agent = new AgentWindow(chromium.browser(), address, WORDS);
    layla = new CustomerWindow(chromium.browser(), address, "ar");
    omar = new CustomerWindow(chromium.browser(), address, "ar");
  }

  @AfterEach
  void nothingIsThrown() {
    Assertions.assertThat(agent.errors()).isEmpty();
  }

  @AfterAll
  static void close() {
    if (chromium != null) chromium.close();
    if (hiwar != null) hiwar.close();
  }

  @Test
  @Order(1)
  @Requirement({"S0-1", "S0-3"})
  void conversationsAreTheActiveSessionsBetweenTheAgentAndTheCustomers() {
    agent.logIn("amal", "amal-demo");
    assertThat(agent.page().locator("html")).hasAttribute("dir", "rtl");
    agent.ready();
    layla.openChat();
    layla.introduce(LAYLA, "layla@example.com");
    layla.say("مرحبًا، أحتاج إلى تغيير موعد رحلتي. رقم الحجز RX-40721");
    assertThat(agent.at("offer")).containsText(LAYLA);
    assertThat(agent.at("offer")).containsText("الطلبات");
    picture(1, "offer");
    agent.accept();
    assertThat(agent.entries()).hasCount(1);
    assertThat(agent.entry(LAYLA)).isVisible();
    picture(1, "conversation");
  }

  @Test
  @Order(2)
  @Requirement("S0-7")
  void aConversationCanBeAsSimpleAsOneInteraction() {
    assertThat(agent.at("timeline").locator("[data-event=started]")).hasCount(1);
    agent.say("أهلًا بك ليلى، أراجع حجزك الآن.");
    assertThat(layla.message("أهلًا بك ليلى، أراجع حجزك الآن.")).isVisible();
    layla.say("شكرًا، أفضّل صباح الخميس.");
    assertThat(agent.message("شكرًا، أفضّل صباح الخميس.")).isVisible();
    picture(2, "one-interaction");
    pictureOf(layla, 2, "customer");
  }

  @Test
  @Order(5)
  @Requirement({"S0-23", "S0-24", "S0-25", "S0-26", "S0-27"})
  void conversationsTakePlaceInTheActiveConversationsList() {
    omar.openChat();
    omar.introduce(OMAR, "");
    omar.say("هل يمكنني إضافة حقيبة إلى رحلتي؟");
    agent.accept();
    assertThat(agent.entries()).hasCount(2);
    assertThat(agent.entry(OMAR)).containsText("هل يمكنني إضافة حقيبة إلى رحلتي؟");
    assertThat(agent.entries().and(agent.page().locator("[aria-selected=true]"))).hasCount(1);

    agent.entry(OMAR).click();
    layla.say("هل من جديد؟");
    assertThat(agent.entry(LAYLA)).containsText("هل من جديد؟");
    assertThat(agent.entry(LAYLA)).containsText(WORDS.of("conversations.yourTurn"));
    picture(5, "list");

    agent.page().reload();
    assertThat(agent.entries()).hasCount(2);
    assertThat(agent.entry(LAYLA)).containsText("هل من جديد؟");
    agent.entry(LAYLA).click();
    assertThat(agent.message("شكرًا، أفضّل صباح الخميس.")).isVisible();
  }

  @Test
  @Order(6)
  @Requirement({"S0-29", "S0-30", "S0-31"})
  void theInformationOfTheSelectedConversationIsShown() {
    agent.entry(OMAR).click();
    assertThat(agent.at("contact-panel")).containsText(OMAR);
    assertThat(agent.at("contact-panel")).not().containsText(LAYLA);
    assertThat(agent.message("شكرًا، أفضّل صباح الخميس.")).hasCount(0);
    agent.entry(LAYLA).click();
    assertThat(agent.at("contact-panel")).containsText(LAYLA);
    assertThat(agent.at("contact-panel")).containsText("layla@example.com");
    assertThat(agent.at("contact-panel")).not().containsText(OMAR);
    picture(6, "selected");
  }

  @Test
  @Order(7)
  @Requirement({"S0-4", "S0-5", "S0-32", "S0-34", "S0-36"})
  void whenAConversationEndsEverythingIsSavedInContacts() {
    layla.endChat();
    assertThat(agent.entry(LAYLA)).containsText(wrapUpLeft());
    picture(7, "after-call-work");
    agent.complete("disposition.RESOLVED", "نُقل الحجز إلى صباح الخميس.");
    assertThat(agent.entry(LAYLA)).hasCount(0);
    assertThat(agent.entries()).hasCount(1);

    openActivities(LAYLA);
    assertThat(agent.at("activities").getByTestId("activity")).hasCount(1);
    agent.at("activities").getByTestId("activity").first().click();
    assertThat(agent.at("transcript")).containsText("مرحبًا، أحتاج إلى تغيير موعد رحلتي.");
    assertThat(agent.at("transcript")).containsText("أهلًا بك ليلى، أراجع حجزك الآن.");
    assertThat(agent.at("activity-notes")).containsText("نُقل الحجز إلى صباح الخميس.");
    assertThat(agent.at("activity-disposition")).containsText(WORDS.of("disposition.RESOLVED"));
    picture(7, "saved");
  }

  @Test
  @Order(14)
  @Requirement({"S0-52", "S0-53"})
  void aCustomerWhoComesBackIsRecognised() {
    layla.at("widget-new").click();
    layla.say("مرحبًا من جديد، نسيت أن أسأل عن المقعد.");
    assertThat(agent.at("offer")).containsText(LAYLA);
    picture(14, "recognised");
    agent.accept();
  }

  @Test
  @Order(15)
  @Requirement("S0-58")
  void allConversationsAreStoredUnderTheOneContact() {
    agent.link("rail.conversations").click();
    agent.entry(LAYLA).click();
    agent.say("مقعدك 14A بجانب النافذة.");
    assertThat(layla.message("مقعدك 14A بجانب النافذة.")).isVisible();
    layla.endChat();
    agent.complete("disposition.ANSWER_PROVIDED", "");
    assertThat(agent.entry(LAYLA)).hasCount(0);
    openActivities(LAYLA);
    assertThat(agent.at("activities").getByTestId("activity")).hasCount(2);
  }

  @Test
  @Order(16)
  @Requirement("S0-62")
  void theyAreFoundUnderActivitiesInContacts() {
    assertThat(
            agent
                .at("contact-list")
                .getByTestId("contact-entry")
                .filter(new Locator.FilterOptions().setHasText(LAYLA)))
        .hasCount(1);
    assertThat(agent.at("activities").getByTestId("activity").first())
        .containsText(WORDS.of("disposition.ANSWER_PROVIDED"));
    picture(16, "activities");
  }

  private static void openActivities(String contact) {
    agent.link("rail.contacts").click();
    agent
        .at("contact-list")
        .getByTestId("contact-entry")
        .filter(new Locator.FilterOptions().setHasText(contact))
        .click();
    agent.tab("activities.title").click();
  }

  /// *After-call work, 01:29 left*, whatever is left.
  private static Pattern wrapUpLeft() {
    return Pattern.compile(WORDS.of("conversations.wrapUpLeft").replace("{time}", "\\d\\d:\\d\\d"));
  }

  private static void picture(int sentence, String what) {
    Picture.take(agent.page(), name(sentence, what));
  }

  private static void pictureOf(CustomerWindow customer, int sentence, String what) {
    Picture.take(customer.page(), name(sentence, what));
  }

  /// Named by the sentence, which must stand on the page.
  private static String name(int sentence, String what) {
    return "conversations-page/%02d-%s"
        .formatted(CustomerPage.CONVERSATIONS.sentence(sentence).number(), what);
  }
}
