package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.hiwar.testing.DemoHiwar;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An administrator wants one sale. After it nothing more is handed out, and the progress says so,
/// until two are wanted.
@Tag("browser")
class QuotaMetTest {
  /// A sale can be made without a call.
  private static final String SALES =
      """
      async () => {
        const json = {'X-Hiwar': '1', 'Content-Type': 'application/json'};
        const all = await (await fetch('/api/dispositions')).json();
        const {id, name, kind, last, scope} = all.find(one => one.code === 'SALE');
        const body = JSON.stringify({name, kind, last, scope: {...scope, preview: true}});
        return (await fetch(`/api/dispositions/${id}`, {method: 'PUT', body, headers: json})).status;
      }\
      """;

  @Test
  void afterTheSaleThatWasWantedNothingIsHandedOutUntilMoreAreWanted() throws Exception {
    var data = Files.createTempDirectory(Path.of("target"), "quota-").toAbsolutePath();
    try (var hiwar = DemoHiwar.start(data);
        var chromium = Ears.hearing(700)) {
      var address = hiwar.address();
      try (var screens = new AdminScreens(chromium.browser(), address, "en");
          var agent = new AgentWindow(chromium.browser(), address, Words.in("en"))) {
        screens.logIn("admin", "admin-demo");
        screens.use("en");
        Assertions.assertThat((Integer) screens.page().evaluate(SALES)).isEqualTo(200);
        screens.section("campaigns");
        screens.open("Spring offer");
        set(screens);
        screens.at("campaign-start").click();
        assertThat(screens.at("campaign")).hasAttribute("data-state", "RUNNING");
        agent.logIn("sam", "sam-demo");
        agent.setUpTelephone();
        agent.closeDialog();
        agent.ready();
        sells(agent, "ليلى حداد");
        met(screens);
        assertThat(agent.at("preview-customer")).hasCount(0);
        agent.ready();
        raise(screens);
        assertThat(agent.at("preview-customer")).hasText("Laura Bennett");
        Assertions.assertThat(screens.errors()).isEmpty();
        Assertions.assertThat(agent.errors()).isEmpty();
      }
    }
  }

  private static void set(AdminScreens screens) {
    screens.at("campaign-tab-settings").click();
    screens.at("campaign-quota-add").click();
    quota(screens, 0, "quota-most").fill("0");
    screens.saveRefused();
    assertThat(screens.at("campaign-quotas-problem"))
        .hasText(screens.words("campaign.quotaMostWrong"));
    quota(screens, 0, "quota-most").fill("1");
    screens.at("campaign-quota-add").click();
    choose(screens, 1, "quota-of", screens.words("campaign.quotaOf.value"));
    choose(screens, 1, "quota-field", "Town");
    quota(screens, 1, "quota-value").fill("برلين");
    quota(screens, 1, "quota-most").fill("4");
    screens.at("campaign-quota-add").click();
    choose(screens, 2, "quota-of", screens.words("campaign.quotaOf.range"));
    choose(screens, 2, "quota-field", "Town");
    quota(screens, 2, "quota-from").fill("30");
    quota(screens, 2, "quota-to").fill("١٨");
    screens.saveRefused();
    assertThat(screens.at("campaign-quotas-problem"))
        .hasText(screens.words("campaign.quotaRangeWrong"));
    quota(screens, 2, "quota-to").fill("٤٠");
    screens.save();
    for (var language : List.of("en", "ar")) {
      screens.use(language);
      screens.at("campaign-quotas").scrollIntoViewIfNeeded();
      picture(screens, language + "-settings");
    }
    screens.use("en");
    screens.at("campaign-tab-progress").click();
    assertThat(screens.at("campaign-quota-bars").locator("[data-met=false]")).hasCount(3);
  }

  private static Locator quota(AdminScreens screens, int at, String testId) {
    return screens.at("campaign-quota").nth(at).getByTestId(testId);
  }

  private static void choose(AdminScreens screens, int at, String testId, String option) {
    quota(screens, at, testId).click();
    screens
        .page()
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
        .click();
  }

  private static void sells(AgentWindow agent, String customer) {
    assertThat(agent.at("preview-customer")).hasText(customer);
    agent.button("offer.accept").click();
    assertThat(agent.at("record-name")).hasText(customer);
    agent.at("preview-disposition").click();
    agent
        .page()
        .getByRole(
            AriaRole.OPTION,
            new Page.GetByRoleOptions().setName(Words.in("en").of("disposition.SALE")))
        .click();
    agent.at("preview-complete").click();
    assertThat(agent.at("record")).hasCount(0);
  }

  /// The progress looks again by itself.
  private static void met(AdminScreens screens) {
    var bars = screens.at("campaign-quota-bars");
    assertThat(bars.locator("[data-met=true]")).hasCount(1);
    assertThat(bars.locator("li").first()).containsText(screens.words("campaign.quotaMet"));
    assertThat(screens.at("campaign-diagnostics").locator("[data-code=QUOTAS_MET]"))
        .containsText(screens.words("campaign.lacks.QUOTAS_MET"));
    assertThat(bars.locator("li").nth(1)).containsText("1");
    for (var language : List.of("ar", "en")) {
      screens.use(language);
      picture(screens, language + "-progress");
      theme(screens, "theme.dark");
      picture(screens, language + "-progress-dark");
      theme(screens, "theme.light");
    }
  }

  private static void theme(AdminScreens screens, String key) {
    screens
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(screens.words(key)))
        .click();
  }

  private static void raise(AdminScreens screens) {
    screens.at("campaign-tab-settings").click();
    quota(screens, 0, "quota-most").fill("2");
    screens.save();
  }

  /// Looked at, and in no document: under target whatever is printed.
  private static void picture(AdminScreens screens, String what) {
    Picture.take(screens.page(), "quota/" + what);
  }
}
