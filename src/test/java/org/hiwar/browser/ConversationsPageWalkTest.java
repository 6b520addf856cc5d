package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.hiwar.Requirement;
import org.hiwar.house.CustomerPage;
import org.hiwar.testing.Await;
import org.hiwar.testing.DemoHiwar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// The customer's page about conversations, walked in Arabic, sentence by sentence, in two
/// browsers: customers on the shop's page and at a telephone, the agent in the desktop, the real
/// server and a telephone network between them. Who hears whom is proved by the tones that the two
/// microphones hear. A step stands here once it can be done, and never leaves. Each step leaves a
/// picture in docs/pictures/conversations-page.
@Tag("browser")
@Order(Integer.MAX_VALUE - 1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConversationsPageWalkTest {
  private static final Words WORDS = Words.in("ar");
  private static final String LAYLA = "ليلى حداد";
  private static final String OMAR = "عمر ناصر";
  private static final String CENTRE = "+493023125102";
  private static final int TONE_OF_CUSTOMERS = 1_000;
  private static final int TONE_OF_AGENT = 700;

  private static final DateTimeFormatter TO_THE_MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  private static DemoHiwar hiwar;
  private static URI address;
  private static Chromium centre;
  private static Chromium outside;
  private static AgentWindow agent;
  private static CustomerWindow layla;
  private static CustomerWindow omar;
  private static PhoneWindow telephone;
  private static PhoneWindow handsFree;

  @BeforeAll
  static void open() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "conversations-page-").toAbsolutePath();
    hiwar = DemoHiwar.start(data);
    address = hiwar.address();
    centre = Ears.hearing(TONE_OF_AGENT);
    outside = Ears.hearing(TONE_OF_CUSTOMERS);
    agent = new AgentWindow(centre.browser(), address, WORDS);
    layla = new CustomerWindow(outside.browser(), address, "ar");
    omar = new CustomerWindow(outside.browser(), address, "ar");
    telephone = new PhoneWindow(outside.browser(), address, "ar");
    handsFree = new PhoneWindow(outside.browser(), address, "ar");
  }

  @AfterEach
  void nothingIsThrown() {
    Assertions.assertThat(agent.errors()).isEmpty();
  }

  @AfterAll
  static void close() {
    if (centre != null) centre.close();
    if (outside != null) outside.close();
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
    agent.say("رقم المقعد 14");
    assertThat(layla.message("رقم المقعد 14")).isVisible();
    agent.withdraw("رقم المقعد 14");
    assertThat(layla.message("سُحبت الرسالة")).isVisible();
    assertThat(layla.message("رقم المقعد 14")).hasCount(0);
    agent.at("composer").fill("رحلة سعيدة ");
    agent.emoji("طائرة", "✈️");
    assertThat(agent.at("composer")).hasValue("رحلة سعيدة ✈️");
    agent.at("send").click();
    assertThat(layla.message("رحلة سعيدة ✈️")).isVisible();
    picture(2, "one-interaction");
    pictureOf(layla, 2, "customer");
  }

  @Test
  @Order(3)
  @Requirement({"S0-12", "S0-13", "S0-14", "S0-15"})
  void itBeginsWithAChatAndThenTheAgentCallsInTheSameConversation() {
    agent.setUpTelephone();
    agent.closeDialog();
    telephone.switchOn();
    agent.addAddress(telephone.number());
    agent.at("contact-panel").getByTestId("call-number").first().click();
    telephone.awaitStage("RINGING");
    telephone.press("answer");
    agent.awaitCall("CONNECTED");
    Await.until(() -> agent.hears(TONE_OF_CUSTOMERS));
    Await.until(() -> telephone.hears(TONE_OF_AGENT));
    assertThat(agent.entries()).hasCount(1);
    layla.say("أسمعك جيدًا.");
    assertThat(agent.message("أسمعك جيدًا.")).isVisible();
    agent.say("وأنا كذلك، وهذا رقم الحجز الجديد: RX-40722");
    assertThat(layla.message("RX-40722")).isVisible();
    picture(3, "call-and-chat");
    Picture.take(telephone.page(), name(3, "telephone"));
  }

  @Test
  @Order(4)
  @Requirement({"S0-17", "S0-18", "S0-19"})
  void theCustomerEndsTheCallAndGoesOnInTheChatOrEvenBySms() {
    telephone.press("hang-up");
    assertThat(agent.at("call-bar")).hasCount(0);
    assertThat(agent.entry(LAYLA)).isVisible();
    layla.say("شكرًا على المكالمة، أتابع معك هنا.");
    assertThat(agent.message("شكرًا على المكالمة، أتابع معك هنا.")).isVisible();
    assertThat(agent.entries()).hasCount(1);
    picture(4, "chat-goes-on");

    telephone.sms("وهذه رسالة نصية من هاتفي، سأكون على الطريق قريبًا.");
    agent.accept();
    assertThat(agent.message("وهذه رسالة نصية من هاتفي")).isVisible();
    assertThat(agent.entries()).hasCount(1);
    picture(4, "sms");
    Picture.take(telephone.page(), name(4, "telephone"));
    agent.endSms();
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
    assertThat(agent.at("activities").getByTestId("activity")).hasCount(3);
    assertThat(agent.at("activities")).containsText(WORDS.of("activities.callOut"));
    // Call and SMS came after the chat had begun, and stand above it.
    agent.at("activities").getByTestId("activity").last().click();
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
    assertThat(agent.at("activities").getByTestId("activity")).hasCount(4);
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

  @Test
  @Order(17)
  @Requirement("S0-63")
  void amongManyTheyAreFoundByWordsDaysAndWhoeverHadThem() {
    var activities = agent.at("activities").getByTestId("activity");
    agent.at("activity-text").fill("النافذه");
    assertThat(activities).hasCount(1);
    assertThat(agent.at("transcript")).containsText("مقعدك 14A بجانب النافذة.");
    agent.at("activity-filter-open").click();
    choose("activity-filter-channel", WORDS.of("medium.call"));
    assertThat(agent.at("activities-none-fit")).isVisible();
    picture(16, "nothing-fits");
    agent.page().reload();
    assertThat(agent.at("activities-none-fit")).isVisible();
    agent.at("activity-asked").locator("[data-part=text]").click();
    assertThat(activities).hasCount(1);
    assertThat(agent.at("activities")).containsText(WORDS.of("activities.callOut"));
    picture(16, "filtered");
    agent.at("activity-clear").click();
    assertThat(activities).hasCount(4);
  }

  @Test
  @Order(18)
  @Requirement({"S0-67", "S0-68"})
  void theyMakeItPossibleToFollowUpLater() {
    agent.at("schedule-follow-up").click();
    var soon = LocalDateTime.now().plusMinutes(5).format(TO_THE_MINUTE);
    agent.at("follow-up-at").fill(soon);
    agent.at("follow-up-note").fill("تأكيد المقعد مع ليلى");
    picture(17, "follow-up");
    agent.at("follow-up-save").click();
    assertThat(agent.at("reminder")).containsText("تأكيد المقعد مع ليلى");
    assertThat(agent.at("activities").getByTestId("activity")).hasCount(5);
    agent.page().reload();
    assertThat(agent.at("reminder")).containsText(LAYLA);
    picture(17, "reminder");
    agent.at("reminder-open").click();
    assertThat(agent.at("reminder")).hasCount(0);
    assertThat(agent.at("follow-up-words")).containsText("تأكيد المقعد مع ليلى");
    agent.at("follow-up-earlier").click();
    assertThat(agent.at("follow-ups-of")).containsText("تأكيد المقعد مع ليلى");
    agent.at("rail-follow-ups").click();
    assertThat(agent.at("follow-up")).containsText(LAYLA);
    picture(17, "my-follow-ups");
    agent.at("follow-up-done").click();
    assertThat(agent.at("follow-up")).hasCount(0);
    openActivities(LAYLA);
    assertThat(agent.at("activities").getByTestId("activity").first())
        .containsText(WORDS.of("followUp.state.done"));
  }

  @Test
  @Order(19)
  @Requirement("S0-50")
  void whatTheCustomerPrefersIsSuggestedFirst() {
    agent.tab("contact.details").click();
    choose("preferred-channel", WORDS.of("channel.sms"));
    assertThat(agent.at("prefers")).containsText(WORDS.of("channel.sms"));
    picture(13, "preferred-channel");
    agent.tab("activities.title").click();
    agent.at("activities").getByTestId("activity").last().click();
    agent.at("write-again").click();
    var first = agent.at("write-dialog").getByTestId("channel-tab").first();
    assertThat(first).hasAttribute("data-channel", "sms");
    assertThat(first).hasAttribute("aria-selected", "true");
    assertThat(first.getByTestId("channel-preferred")).isVisible();
    agent.closeDialog();
  }

  @Test
  @Order(20)
  @Requirement("S0-71")
  void theAgentReceivesACallOfACustomer() {
    agent.link("rail.conversations").click();
    telephone.call(CENTRE);
    telephone.awaitStage("TALKING");
    assertThat(agent.at("offer")).containsText(LAYLA);
    assertThat(agent.at("offer")).containsText(telephone.number());
    picture(20, "offer");
    agent.accept();
    agent.awaitCall("CONNECTED");
    Await.until(() -> agent.hears(TONE_OF_CUSTOMERS));
    Await.until(() -> telephone.hears(TONE_OF_AGENT));
    picture(20, "call");
  }

  @Test
  @Order(21)
  @Requirement({"S0-70", "S0-72", "S0-73", "S0-74"})
  void duringTheCallTheAgentSendsTheUpdatedBookingByEmail() {
    var booking = "حجزك المحدّث RX-40722";
    try (var mailbox = new MailWindow(outside.browser(), address, "ar")) {
      agent.addAddress(mailbox.address());
      agent.channel("email").click();
      assertThat(agent.at("mail-to")).hasValue(mailbox.address());
      agent.at("mail-subject").fill(booking);
      agent.at("composer").fill("نُقلت رحلتك إلى صباح الخميس الساعة 09:40.");
      picture(21, "email");
      agent.at("send").click();
      mailbox.read(booking);
      assertThat(mailbox.text()).containsText("نُقلت رحلتك إلى صباح الخميس الساعة 09:40.");
      assertThat(agent.at("email")).hasCount(1);
      agent.awaitCall("CONNECTED");
      Await.until(() -> agent.hears(TONE_OF_CUSTOMERS));
      assertThat(agent.entries()).hasCount(2);
      picture(21, "sent");
      Picture.take(mailbox.page(), name(21, "mailbox"));
      mailbox.reply("شكرًا، وصلني الحجز.");
      assertThat(agent.at("timeline")).containsText("شكرًا، وصلني الحجز.");
      assertThat(agent.at("offer")).hasCount(0);
    }
    agent.at("call-end").click();
    telephone.awaitStage("IDLE");
    agent.endWriting();
    agent.complete("disposition.RESOLVED", "");
    assertThat(agent.entry(LAYLA)).hasCount(0);
    openActivities(LAYLA);
    assertThat(agent.at("activities").getByTestId("activity")).hasCount(7);
    assertThat(agent.at("activities")).containsText(WORDS.of("activities.callIn"));
  }

  @Test
  @Order(22)
  @Requirement("S0-76")
  void aCustomerOfAChatHasToDriveNow() {
    agent.link("rail.conversations").click();
    agent.entry(OMAR).click();
    omar.say("عليّ أن أقود إلى العمل الآن، هل يمكننا المتابعة بالهاتف؟");
    assertThat(agent.message("عليّ أن أقود إلى العمل الآن")).isVisible();
    agent.at("give-number").click();
    assertThat(agent.at("composer")).hasValue(Pattern.compile("tel:\\" + CENTRE + ",,\\d{6}"));
    picture(22, "number");
    agent.at("send").click();
    assertThat(numberGiven()).hasText(CENTRE);
    assertThat(numberGiven()).hasAttribute("href", Pattern.compile("tel:\\" + CENTRE + ",,\\d{6}"));
    pictureOf(omar, 22, "customer");
  }

  @Test
  @Order(23)
  @Requirement({"S0-77", "S0-79", "S0-80", "S0-81"})
  void theCustomerCallsTheNumberGivenAndGoesOnDirectlyWithTheSameAgent() {
    handsFree.switchOn();
    handsFree.call(CENTRE);
    handsFree.awaitStage("TALKING");
    var link = numberGiven().getAttribute("href");
    handsFree.dial(link.substring(link.lastIndexOf(',') + 1));
    assertThat(agent.at("offer")).containsText(OMAR);
    picture(23, "offer");
    agent.accept();
    agent.awaitCall("CONNECTED");
    Await.until(() -> agent.hears(TONE_OF_CUSTOMERS));
    Await.until(() -> handsFree.hears(TONE_OF_AGENT));
    assertThat(agent.entries()).hasCount(1);
    assertThat(agent.message("عليّ أن أقود إلى العمل الآن")).isVisible();
    Picture.take(handsFree.page(), name(23, "telephone"));

    omar.endChat();
    assertThat(agent.page().locator("[data-testid=strip-interaction][data-channel=WEB]"))
        .not()
        .hasAttribute("data-state", "ACTIVE");
    agent.awaitCall("CONNECTED");
    assertThat(agent.entry(OMAR)).isVisible();
    picture(23, "call");
    handsFree.press("hang-up");
    agent.complete("disposition.RESOLVED", "تابع العميل هاتفيًا أثناء القيادة.");
    assertThat(agent.entry(OMAR)).hasCount(0);
    openActivities(OMAR);
    assertThat(agent.at("activities").getByTestId("activity")).hasCount(2);
  }

  @Test
  @Order(24)
  @Requirement({"S0-66", "S0-70", "S0-82"})
  void whenTheConversationIsOverTheAgentSendsASummaryBySms() {
    agent.at("activities").getByTestId("activity").first().click();
    agent.writeAgain("sms");
    agent.at("write-dialog").getByTestId("composer").fill("أُضيفت الحقيبة إلى رحلتك RX-51877.");
    picture(24, "summary");
    agent.at("write-dialog").getByTestId("send").click();
    assertThat(handsFree.message("أُضيفت الحقيبة إلى رحلتك RX-51877.")).isVisible();
    assertThat(agent.delivery("أُضيفت الحقيبة")).hasAttribute("data-state", "DELIVERED");
    Picture.take(handsFree.page(), name(24, "telephone"));
    picture(24, "sent");
    agent.endSms();
    agent.complete("disposition.RESOLVED", "");
    assertThat(agent.entry(OMAR)).hasCount(0);
    openActivities(OMAR);
    assertThat(agent.at("activities").getByTestId("activity")).hasCount(3);
    handsFree.close();
  }

  @Test
  @Order(25)
  @Requirement({"S0-64", "S0-84", "S0-86"})
  void duringACallTheCustomerCannotTalkAnyMoreAndTheAgentGoesOnBySms() {
    agent.link("rail.conversations").click();
    telephone.call(CENTRE);
    telephone.awaitStage("TALKING");
    assertThat(agent.at("offer")).containsText(LAYLA);
    agent.accept();
    agent.awaitCall("CONNECTED");
    agent.channel("sms").click();
    agent.say("لا بأس، أكمل معك بالرسائل النصية: هل أؤكّد المقعد 14A؟");
    assertThat(telephone.message("هل أؤكّد المقعد 14A؟")).isVisible();
    agent.awaitCall("CONNECTED");
    picture(25, "sms-in-the-call");
    Picture.take(telephone.page(), name(25, "telephone"));
    whatWasBeforeIsReadBesideIt();
  }

  /// Neither the call nor what is being written notices.
  private static void whatWasBeforeIsReadBesideIt() {
    agent.at("composer").fill("لحظة من فضلك");
    agent.tab("activities.title").click();
    agent.at("activity-text").fill("النافذة");
    assertThat(agent.at("activities").getByTestId("activity")).hasCount(1);
    agent.at("activities").getByTestId("activity").click();
    assertThat(agent.at("transcript")).containsText("مقعدك 14A بجانب النافذة.");
    picture(16, "beside-a-conversation");
    agent.awaitCall("CONNECTED");
    assertThat(agent.at("composer")).hasValue("لحظة من فضلك");
    agent.at("composer").fill("");
    agent.at("panel-activity-back").click();
    assertThat(agent.at("help-link")).hasAttribute("href", "/help/contacts");
    agent.at("activity-clear").click();
  }

  @Test
  @Order(26)
  @Requirement({"S0-38", "S0-70", "S0-85", "S0-87", "S0-88"})
  void theCallEndsAndTheMatterIsFinishedBySms() {
    telephone.press("hang-up");
    assertThat(agent.at("call-bar")).hasCount(0);
    telephone.sms("نعم، أكّده من فضلك.");
    assertThat(agent.message("نعم، أكّده من فضلك.")).isVisible();
    assertThat(agent.at("offer")).hasCount(0);
    agent.say("تم التأكيد. رحلة سعيدة.");
    assertThat(telephone.message("تم التأكيد. رحلة سعيدة.")).isVisible();
    assertThat(agent.delivery("تم التأكيد.")).hasAttribute("data-state", "DELIVERED");
    assertThat(agent.entries()).hasCount(1);
    picture(26, "finished");
    agent.endSms();
    agent.complete("disposition.RESOLVED", "أُكّد المقعد بالرسائل النصية.");
    assertThat(agent.entry(LAYLA)).hasCount(0);
    openActivities(LAYLA);
    assertThat(agent.at("activities").getByTestId("activity")).hasCount(9);
    picture(26, "activities");
    // Chats, calls, mails and texts, all in the one tab of the one log-in.
    Assertions.assertThat(agent.page().context().pages()).hasSize(1);
  }

  @Test
  @Order(27)
  @Requirement({"S0-69", "S0-89"})
  void helpLeadsFromConversationsToContactsInEachLanguageAndOnPageByPage() {
    agent.link("rail.conversations").click();
    agent.at("help-link").click();
    agent.awaitHelp("conversations");
    agent.leaveHelp();
    agent.openHelp("contacts");
    for (var language : List.of("en", "ar")) {
      agent.choose(language);
      agent.awaitHelp("contacts");
      assertThat(agent.at("help")).containsText(Words.in(language).of("help.contacts.what"));
    }
    picture(18, "help");
    agent.at("help-previous").click();
    agent.awaitHelp("conversations");
    for (var next : HelpPages.AFTER_CONVERSATIONS) {
      agent.at("help-next").click();
      agent.awaitHelp(next);
    }
    assertThat(agent.at("help-next")).hasCount(0);
    agent.leaveHelp();
  }

  /// The link in the customer's chat.
  private static Locator numberGiven() {
    return omar.at("widget-message").locator("a[href^='tel:']").last();
  }

  private static void choose(String field, String option) {
    agent.at(field).click();
    agent
        .page()
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
        .click();
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
