package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.hiwar.Requirement;
import org.hiwar.testing.DemoHiwar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Somebody new brings a file of one's own: it becomes a list, the list a campaign, an agent works
/// records of it, and the reports say what was done; in both languages, each with a file as the
/// table programs of its readers write it. The steps leave their pictures in
/// docs/pictures/campaign.
@Tag("browser")
@Order(2)
class CampaignFromAListTest {
  private static final int CUSTOMER = 1_000;
  private static final int AGENT = 700;

  /// Rows whose import takes longer than a click.
  private static final int LONG = 800_000;

  private static DemoHiwar hiwar;
  private static URI address;
  private static Path data;
  private static Chromium centre;
  private static Chromium outside;

  /// @param agent who works the records, with the log-in and the name that reports show
  private record Scene(
      String language,
      Charset encoding,
      String encodingShown,
      String separator,
      List<String> header,
      String country,
      String agent,
      String agentName) {
    String named(String what) {
      return what + " " + language;
    }
  }

  private static final List<Scene> SCENES =
      List.of(
          new Scene(
              "en",
              StandardCharsets.UTF_8,
              "UTF-8",
              ";",
              List.of("Phone number", "First name", "Last name", "Town"),
              "Germany",
              "sam",
              "Sam"),
          new Scene(
              "ar",
              Charset.forName("windows-1256"),
              "WINDOWS-1256",
              ",",
              List.of("رقم الهاتف", "الاسم الأول", "اسم العائلة", "المدينة"),
              "ألمانيا",
              "amal",
              "أمل"));

  @BeforeAll
  static void open() throws Exception {
    data = Files.createTempDirectory(Path.of("target"), "campaign-").toAbsolutePath();
    hiwar = DemoHiwar.start(data);
    address = hiwar.address();
    centre = Ears.hearing(AGENT);
    outside = Ears.hearing(CUSTOMER);
  }

  @AfterAll
  static void close() {
    if (outside != null) outside.close();
    if (centre != null) centre.close();
    if (hiwar != null) hiwar.close();
  }

  @Test
  @Requirement({
    "S2-4", "S2-7", "S2-48", "S2-49", "S2-57", "S2-59", "S2-64", "S2-76", "S2-78", "S2-79",
    "S2-100", "S2-103", "S2-106"
  })
  void aFileOfOnesOwnBecomesACampaignAndTheReportsSayWhatWasDone() throws Exception {
    for (var scene : SCENES)
      try (var screens = new AdminScreens(centre.browser(), address, "en");
          var answering = new PhoneWindow(outside.browser(), address, scene.language());
          var declining = new PhoneWindow(outside.browser(), address, scene.language())) {
        answering.switchOn();
        declining.switchOn();
        screens.logIn("admin", "admin-demo");
        screens.use(scene.language());
        makeList(screens, scene);
        bring(screens, scene, answering.number(), declining.number());
        exclude(screens, scene);
        makeCampaign(screens, scene);
        bind(screens, scene);
        setUp(screens);
        start(screens, scene);
        work(scene, answering, declining);
        seeProgress(screens, scene);
        seeReports(screens, scene);
        askWhy(screens, scene);
        rename(screens, scene);
        readHelp(screens, scene);
        stop(screens, scene);
        Assertions.assertThat(screens.errors()).isEmpty();
      }
  }

  /// A long file is cancelled on its way, and nothing of it is there; a short one keeps its format,
  /// by which the next one is read, and what it says of customers in the list replaces what was
  /// there.
  @Test
  void anImportIsCancelledAndAFormatIsKept() throws Exception {
    for (var scene : SCENES)
      try (var screens = new AdminScreens(centre.browser(), address, "en")) {
        screens.logIn("admin", "admin-demo");
        screens.use(scene.language());
        screens.section("lists");
        screens.makeNew();
        screens.field("list-name").fill(scene.named("Long"));
        screens.choose("list-country", scene.country());
        screens.saveNew();
        cancel(screens, scene);
        keepFormat(screens, scene);
        useFormat(screens, scene);
        Assertions.assertThat(screens.errors()).isEmpty();
      }
  }

  private static void cancel(AdminScreens screens, Scene scene) throws IOException {
    var rows = new StringBuilder(String.join(scene.separator(), scene.header())).append("\r\n");
    for (int i = 0; i < LONG; i++)
      rows.append("+4930")
          .append(10_000_000 + i)
          .append(";a;b;c\r\n".replace(";", scene.separator()));
    screens.at("list-import").click();
    screens.at("import-file").setInputFiles(stored(rows.toString(), scene.encoding()));
    screens.at("import-begin").click();
    screens.at("import-cancel").click();
    assertThat(screens.at("import-state")).hasAttribute("data-state", "CANCELLED");
    assertThat(screens.at("import-state")).hasText(screens.words("lists.state.CANCELLED"));
    screens.at("import-close").click();
    assertThat(rows(screens, "list-records")).hasCount(0);
    assertThat(screens.at("list-imports").locator("[data-state=CANCELLED]")).hasCount(1);
  }

  /// Columns under other names than the fields.
  private static void keepFormat(AdminScreens screens, Scene scene) throws IOException {
    screens.at("list-import").click();
    screens
        .at("import-file")
        .setInputFiles(stored("N1;N2\r\n+493023125915;رنا\r\n", StandardCharsets.UTF_8));
    assertThat(screens.at("import-columns")).containsText("رنا");
    screens.choose("import-column-1", scene.header().get(0));
    screens.choose("import-column-2", scene.header().get(1));
    screens.field("import-format-name").fill(scene.named("Format"));
    screens.at("import-begin").click();
    assertThat(screens.at("import-state")).hasAttribute("data-state", "DONE");
    screens.at("import-close").click();
    assertThat(screens.at("list-records")).containsText("رنا");
  }

  private static void useFormat(AdminScreens screens, Scene scene) throws IOException {
    screens.at("list-import").click();
    screens
        .at("import-file")
        .setInputFiles(stored("N1;N2\r\n+493023125915;رنا سعيد\r\n", StandardCharsets.UTF_8));
    assertThat(screens.at("import-columns")).containsText("رنا سعيد");
    screens.choose("import-format", scene.named("Format"));
    assertThat(screens.field("import-column-2")).hasValue(scene.header().get(1));
    screens.at("import-policy").locator("input[value=UPDATE]").check();
    screens.at("import-begin").click();
    assertThat(screens.at("import-state")).hasAttribute("data-state", "DONE");
    screens.at("import-close").click();
    assertThat(screens.at("list-records")).containsText("رنا سعيد");
    assertThat(rows(screens, "list-records")).hasCount(1);
    screens.remove();
    assertThat(screens.item(scene.named("Long"))).hasCount(0);
  }

  private static Path stored(String text, Charset encoding) throws IOException {
    var file = Files.createTempFile(data, "file-", ".csv");
    Files.writeString(file, text, encoding);
    return file;
  }

  private static void makeList(AdminScreens screens, Scene scene) {
    screens.section("lists");
    screens.makeNew();
    screens.saveRefused();
    assertThat(screens.problemAt("list-name")).hasText(screens.words("admin.nameWrong"));
    screens.field("list-name").fill(scene.named("Summer"));
    screens.choose("list-country", scene.country());
    picture(screens, scene, "01-new-list");
    screens.saveNew();
  }

  /// First a file that is none: it is said what to do, and nothing is brought.
  private static void bring(AdminScreens screens, Scene scene, String answers, String declines)
      throws IOException {
    screens.at("list-import").click();
    var broken = Files.createTempFile(data, "photo-", ".csv");
    Files.write(broken, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13, 0, 1, 2, 3});
    screens.at("import-file").setInputFiles(broken);
    assertThat(screens.at("import-problem")).hasText(screens.words("problem.fileNotTable"));

    screens.at("import-file").setInputFiles(file(scene, answers, declines));
    assertThat(screens.at("import-problem")).hasCount(0);
    assertThat(screens.at("import-found")).containsText(scene.encodingShown());
    assertThat(screens.at("import-columns")).containsText("ليلى");
    screens.choose(
        "import-column-4",
        screens.words("lists.newField").replace("{name}", scene.header().getLast()));
    picture(screens, scene, "02-import");
    screens.at("import-begin").click();
    assertThat(screens.at("import-state")).hasAttribute("data-state", "DONE");
    assertThat(screens.at("import-refusals"))
        .containsText(screens.words("wrong.NUMBER_HAS_LETTERS"));
    assertThat(screens.at("import-refusals")).containsText(screens.words("wrong.TWICE_IN_FILE"));
    picture(screens, scene, "03-refused");
    var refused = read(downloaded(screens, "import-report"));
    Assertions.assertThat(refused).contains("9,ROW").contains("030-CALL-ME");
    screens.at("import-close").click();
    assertThat(rows(screens, "list-records")).hasCount(7);
    screens.at("list-search").fill("احمد");
    assertThat(rows(screens, "list-records")).hasCount(1);
    assertThat(screens.at("list-records")).containsText("+493023125911");
    screens.at("list-search").fill("");
    assertThat(rows(screens, "list-records")).hasCount(7);
    picture(screens, scene, "04-list");
  }

  /// Seven customers, and three rows that cannot be taken.
  private static Path file(Scene scene, String answers, String declines) throws IOException {
    var rows =
        List.of(
            scene.header(),
            List.of("+493023125917", "هدى", "سليم", "برلين"),
            List.of("030 23125 911", "ليلى", "أحمد", "هامبورغ"),
            List.of("+493023125912", "سامر", "حداد", "برلين"),
            List.of(answers, "منى", "الخطيب", "لايبزيغ"),
            List.of(declines, "عمر", "نصّار", "بريمن"),
            List.of("+493023125913", "يارا", "منصور", "برلين"),
            List.of("+493023125914", "نور", "عبد الله", "دريسدن"),
            List.of("030-CALL-ME", "=1+1", "خطأ", "كولونيا"),
            List.of("+493023125911", "ليلى", "أحمد", "هامبورغ"),
            List.of("", "بلا", "رقم", "برلين"));
    var text = new StringBuilder();
    for (var row : rows) text.append(String.join(scene.separator(), row)).append("\r\n");
    return stored(text.toString(), scene.encoding());
  }

  /// The first customer of the file must not be called; those who ask for it will be added.
  private static void exclude(AdminScreens screens, Scene scene) {
    screens.section("do-not-call");
    screens.makeNew();
    screens.saveRefused();
    assertThat(screens.problemAt("do-not-call-name")).hasText(screens.words("admin.nameWrong"));
    screens.field("do-not-call-name").fill(scene.named("Never"));
    screens.at("do-not-call-everywhere").uncheck();
    screens.saveNew();
    screens.choose("do-not-call-country", scene.country());
    screens.field("do-not-call-text").fill("٠٣٠ ٢٣١٢٥ ٩١٧\nnobody");
    screens.at("do-not-call-add").click();
    assertThat(screens.at("do-not-call-entries")).containsText("+493023125917");
    assertThat(screens.field("do-not-call-text")).hasValue("nobody");
    picture(screens, scene, "05-do-not-call");
  }

  private static void makeCampaign(AdminScreens screens, Scene scene) {
    screens.section("campaigns");
    screens.makeNew();
    screens.saveRefused();
    assertThat(screens.problemAt("campaign-name")).hasText(screens.words("campaign.nameWrong"));
    screens.field("campaign-name").fill(scene.named("Renewals"));
    screens.choose("campaign-calls", "Orders by phone");
    screens.saveNew();
    screens.at("campaign-start").click();
    assertThat(screens.page().locator(".notices"))
        .containsText(screens.words("problem.campaignIncomplete"));
    for (var lacking : List.of("NOT_ENABLED", "NO_LIST", "NO_AGENTS"))
      assertThat(screens.at("campaign-diagnostics").locator("[data-code=" + lacking + "]"))
          .containsText(screens.words("campaign.lacks." + lacking));
    picture(screens, scene, "06-diagnostics");
  }

  private static void bind(AdminScreens screens, Scene scene) {
    screens.at("campaign-tab-lists").click();
    screens.choose("campaign-add-list", scene.named("Summer"));
    screens.at("campaign-bind").click();
    assertThat(screens.at("campaign-list")).hasCount(1);
    screens.at("list-enabled").check();
    screens.at("list-save").click();
    assertThat(screens.at("list-save")).isDisabled();
    assertThat(screens.at("list-enabled")).isChecked();
    screens.at("campaign-team").first().click();
    assertThat(screens.at("campaign-team").first()).isChecked();
    var never = having(screens.at("campaign-do-not-call"), scene.named("Never"));
    never.getByTestId("campaign-heeds").click();
    assertThat(never.getByTestId("campaign-heeds")).isChecked();
    assertThat(never.getByTestId("campaign-whole")).isEnabled();
    screens.choose("campaign-written", screens.words("disposition.OFFER_REJECTED"));
    assertThat(screens.field("campaign-written"))
        .hasValue(screens.words("disposition.OFFER_REJECTED"));
    picture(screens, scene, "07-lists-and-teams");
  }

  /// At any hour, so that it can be tried at any hour.
  private static void setUp(AdminScreens screens) {
    screens.at("campaign-tab-settings").click();
    screens.at("campaign-enabled").check();
    screens.field("campaign-offer").fill("3");
    screens.saveRefused();
    assertThat(screens.problemAt("campaign-offer")).hasText(screens.words("campaign.offerWrong"));
    screens.field("campaign-offer").fill("60");
    screens.field("campaign-reasons").fill("No time\nلا وقت");
    screens.field("campaign-help").fill("Rana, 110");
    var times = screens.at("campaign-hours").locator("input[type=time]");
    times.first().fill("00:00");
    times.last().fill("00:00");
    having(screens.at("dial-rule"), screens.words("disposition.BUSY"))
        .getByTestId("dial-retry")
        .check();
    screens.save();
    screens.page().reload();
    screens.at("campaign-tab-settings").click();
    assertThat(screens.field("campaign-offer")).hasValue("60");
    assertThat(times.first()).hasValue("00:00");
    assertThat(
            having(screens.at("dial-rule"), screens.words("disposition.BUSY"))
                .getByTestId("dial-retries"))
        .hasValue("1");
  }

  private static void start(AdminScreens screens, Scene scene) {
    picture(screens, scene, "08-settings");
    screens.at("campaign-tab-progress").click();
    screens.at("campaign-start").click();
    assertThat(screens.at("campaign")).hasAttribute("data-state", "RUNNING");
    assertThat(screens.page().locator(".campaign-lacks .bad")).hasCount(0);
  }

  /// Bad record, a skip, a sale, a call that is declined and promised again, and somebody who does
  /// not want to be called.
  private static void work(Scene scene, PhoneWindow answering, PhoneWindow declining) {
    var words = Words.in(scene.language());
    try (var agent = new AgentWindow(centre.browser(), address, words)) {
      agent.logIn(scene.agent(), scene.agent() + "-demo");
      agent.setUpTelephone();
      agent.closeDialog();
      agent.ready();
      accept(agent, "ليلى أحمد");
      assertThat(agent.at("record")).containsText("هامبورغ");
      assertThat(agent.at("preview-outcome")).containsText("Rana, 110");
      agent.at("preview-notes").fill("هذا الرقم لشركة.");
      picture(agent, scene, "09-record");
      correct(agent, scene);
      agent.at("preview-complete").click();

      accept(agent, "سامر حداد");
      choose(agent, "skip-reason", "لا وقت");
      agent.at("preview-skip").click();

      accept(agent, "منى الخطيب");
      agent.at("record-number").click();
      answering.awaitStage("RINGING");
      answering.press("answer");
      agent.awaitCall("CONNECTED");
      picture(agent, scene, "10-call");
      agent.at("call-end").click();
      answering.awaitStage("IDLE");
      assertThat(agent.at("call-bar")).hasCount(0);
      agent.complete("disposition.SALE", "اشترت الباقة الكبيرة.");

      accept(agent, "عمر نصّار");
      agent.at("record-number").click();
      declining.awaitStage("RINGING");
      declining.press("decline");
      declining.awaitStage("IDLE");
      assertThat(agent.at("call-bar")).hasCount(0);
      choose(agent, "disposition", words.of("disposition.CALL_BACK_LATER"));
      choose(agent, "next-call-when", words.of("preview.inADay"));
      agent.at("next-call-agree").click();
      assertThat(agent.at("next-call-agreed")).isVisible();
      picture(agent, scene, "11-next-call");
      agent.at("complete").click();

      accept(agent, "يارا منصور");
      agent.takeABreak();
      choose(agent, "preview-disposition", words.of("disposition.ADD_TO_DNC"));
      agent.at("preview-complete").click();
      assertThat(agent.at("state-selector")).hasAttribute("data-state", "NOT_READY");
      assertThat(agent.at("record")).hasCount(0);
      Assertions.assertThat(agent.errors()).isEmpty();
    }
  }

  /// Who may, puts right what the list says; the others have no button for it.
  private static void correct(AgentWindow agent, Scene scene) {
    if (!scene.agent().equals("amal")) {
      assertThat(agent.at("record-correct")).hasCount(0);
      return;
    }
    var town = agent.page().locator("[data-testid=correction-field][data-field='المدينة']");
    var number = agent.page().locator("[data-testid=correction-field][data-field='رقم الهاتف']");
    agent.at("record-correct").click();
    town.fill("كيل");
    number.fill("12");
    agent.at("correction-save").click();
    assertThat(agent.at("record-correction"))
        .containsText(Words.in(scene.language()).of("wrong.NUMBER_TOO_SHORT"));
    picture(agent, scene, "09-correction");
    number.fill("030 23125 910");
    agent.at("correction-save").click();
    assertThat(agent.at("record-correction")).hasCount(0);
    assertThat(agent.at("record")).containsText("كيل");
    assertThat(agent.at("record-number")).containsText("+493023125910");
    agent.at("record-tab-history").click();
    assertThat(agent.at("history-entry")).containsText("كيل");
    assertThat(agent.at("history-entry")).containsText("هامبورغ");
    picture(agent, scene, "09-corrected");
    agent.at("record-tab-addresses").click();
  }

  private static void accept(AgentWindow agent, String customer) {
    assertThat(agent.at("preview-customer")).hasText(customer);
    agent.button("offer.accept").click();
    assertThat(agent.at("record-name")).hasText(customer);
    assertThat(agent.at("record-number")).hasCount(1);
  }

  /// Of seven three are left: the skipped one, the promised one, and the one nobody has seen.
  private static void seeProgress(AdminScreens screens, Scene scene) {
    var figures = screens.at("campaign-figures").locator("dd");
    assertThat(figures).hasText(new String[] {"7", "3", "4", "2"});
    for (var code :
        List.of("BAD_RECORD", "SALE", "CALL_BACK_LATER", "ADD_TO_DNC", "OFFER_REJECTED"))
      assertThat(screens.at("campaign-results")).containsText(screens.words("disposition." + code));
    picture(screens, scene, "12-progress");
    dark(screens, () -> picture(screens, scene, "13-progress-dark"));
    screens.section("do-not-call");
    screens.open(scene.named("Never"));
    assertThat(screens.at("do-not-call-entries")).containsText("+493023125913");
  }

  private static void seeReports(AdminScreens screens, Scene scene) throws IOException {
    screens.section("reports");
    screens.choose("report-campaign", scene.named("Renewals"));
    screens.choose("report-agent", scene.agentName());
    var cells = rows(screens, "report-lines").locator("td");
    assertThat(rows(screens, "report-lines")).hasCount(1);
    assertThat(screens.at("report-lines").locator("tbody th")).hasText(scene.agentName());
    assertThat(cells.nth(0)).hasText("5");
    assertThat(cells.nth(1)).hasText("2");
    assertThat(cells.nth(2)).hasText("1");
    assertThat(cells.nth(3)).hasText(Pattern.compile("20.?[%٪].?"));
    assertThat(cells.nth(4)).hasText("0");
    assertThat(cells.nth(5)).hasText("0");
    assertThat(cells.nth(7)).hasText("2");
    assertThat(cells.nth(8)).hasText("1");
    screens.at("report-explain").click();
    assertThat(screens.at("report-formulas"))
        .containsText(screens.words("report.help.skippedShare"));
    picture(screens, scene, "14-report");
    screens.choose("report-agent", scene.agentName().equals("Sam") ? "أمل" : "Sam");
    assertThat(rows(screens, "report-lines")).hasCount(0);
    screens.choose("report-agent", scene.agentName());

    screens.at("report-detailed").click();
    var happened = rows(screens, "report-rows");
    assertThat(happened).hasCount(5);
    assertThat(having(happened, "منى الخطيب")).containsText(screens.words("disposition.SALE"));
    assertThat(having(happened, "سامر حداد")).containsText("لا وقت");
    assertThat(having(happened, "ليلى أحمد")).containsText("هذا الرقم لشركة.");
    picture(screens, scene, "15-rows");
    var file = read(downloaded(screens, "report-csv"));
    Assertions.assertThat(file.lines()).hasSize(6);
    Assertions.assertThat(file).contains("عمر نصّار").contains("CALL_BACK_LATER");
  }

  /// One click at a row of the report, and at a record of the list: why it was called, or was not.
  private static void askWhy(AdminScreens screens, Scene scene) {
    var answer = screens.at("why-answer");
    having(rows(screens, "report-rows"), "منى الخطيب").getByTestId("why").click();
    assertThat(answer).containsText(screens.words("disposition.SALE"));
    assertThat(screens.at("why-attempt")).hasCount(1);
    assertThat(screens.at("why-attempt")).containsText(screens.words("why.applied.FINAL"));
    picture(screens, scene, "17-why-called");
    screens.page().keyboard().press("Escape");
    assertThat(answer).hasCount(0);
    screens.section("lists");
    screens.open(scene.named("Summer"));
    having(rows(screens, "list-records"), "هدى").getByTestId("why").click();
    assertThat(screens.at("why-standing"))
        .containsText(screens.words("disposition.OFFER_REJECTED"));
    assertThat(screens.at("why-number")).containsText(screens.words("preview.why.doNotCall"));
    assertThat(answer).containsText(screens.words("why.noAttempts"));
    picture(screens, scene, "18-why-not-called");
    screens.page().keyboard().press("Escape");
    assertThat(answer).hasCount(0);
  }

  /// The campaign's default has the new name, what was given keeps the old one.
  private static void rename(AdminScreens screens, Scene scene) {
    var bad = screens.words("disposition.BAD_RECORD");
    screens.section("results");
    screens.open(bad);
    screens.field("result-name").fill(scene.named("Unusable"));
    screens.save();
    assertThat(screens.item(scene.named("Unusable"))).hasCount(1);
    screens.section("campaigns");
    screens.open(scene.named("Renewals"));
    screens.at("campaign-tab-settings").click();
    assertThat(screens.field("campaign-default")).hasValue(scene.named("Unusable"));
    screens.section("reports");
    screens.choose("report-campaign", scene.named("Renewals"));
    screens.at("report-detailed").click();
    assertThat(having(rows(screens, "report-rows"), "ليلى أحمد")).containsText(bad);
    screens.section("results");
    screens.open(scene.named("Unusable"));
    screens.field("result-name").fill("");
    screens.save();
    assertThat(screens.item(bad)).hasCount(1);
  }

  /// From a screen to its page, and on to the one before and the one after.
  private static void readHelp(AdminScreens screens, Scene scene) {
    screens.section("reports");
    screens.at("help-link").click();
    assertThat(screens.at("help")).hasAttribute("data-page", "reports");
    assertThat(screens.at("help")).containsText(screens.words("help.reports.skipped"));
    picture(screens, scene, "16-help");
    screens.at("help-previous").click();
    assertThat(screens.at("help")).hasAttribute("data-page", "do-not-call");
    screens.at("help-next").click();
    assertThat(screens.at("help")).hasAttribute("data-page", "reports");
    screens.page().goBack();
    assertThat(screens.at("help")).hasAttribute("data-page", "do-not-call");
    screens
        .page()
        .getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions()
                .setName(screens.words("rail.administration"))
                .setExact(true))
        .click();
    assertThat(screens.sheet()).isVisible();
  }

  private static void stop(AdminScreens screens, Scene scene) {
    screens.section("campaigns");
    screens.open(scene.named("Renewals"));
    screens.at("campaign-stop").click();
    assertThat(screens.at("campaign")).hasAttribute("data-state", "STOPPED");
    screens.removeRefused("problem.campaignUsed");
  }

  private static void dark(AdminScreens screens, Runnable meanwhile) {
    screens
        .page()
        .getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(screens.words("theme.dark")))
        .click();
    meanwhile.run();
    screens
        .page()
        .getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(screens.words("theme.light")))
        .click();
  }

  private static void choose(AgentWindow agent, String testId, String option) {
    agent.at(testId).click();
    agent
        .page()
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
        .click();
  }

  private static Locator rows(AdminScreens screens, String table) {
    return screens.at(table).locator("tbody tr");
  }

  private static Locator having(Locator all, String text) {
    return all.filter(new Locator.FilterOptions().setHasText(text));
  }

  private static Download downloaded(AdminScreens screens, String button) {
    return screens.page().waitForDownload(() -> screens.at(button).click());
  }

  private static String read(Download download) throws IOException {
    return Files.readString(download.path());
  }

  private static void picture(AdminScreens screens, Scene scene, String what) {
    Picture.take(screens.page(), "campaign/" + scene.language() + "-" + what);
  }

  private static void picture(AgentWindow agent, Scene scene, String what) {
    Picture.take(agent.page(), "campaign/" + scene.language() + "-" + what);
  }
}
