package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.net.URI;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/// An administrator takes somebody in, who logs in and sees at the open desk what is given to them
/// and, in the end, that they may no longer be there; the audit log tells all of it in both
/// languages.
final class PeopleWalk {
  private static final String NOURA = "Noura";
  private static final String PASSWORD = "olive tree on the hill";

  /// A colleague gives the team that is open another name.
  private static final String NAMED =
      """
      name => fetch('/api/teams/' + location.pathname.split('/').pop(), {
        method: 'PUT',
        headers: {'Content-Type': 'application/json', 'X-Hiwar': '1'},
        body: JSON.stringify({name, members: null, supervisors: null, services: null}),
      }).then(answer => { if (!answer.ok) throw new Error(answer.status) })\
      """;

  private final AdminScreens screens;
  private final Browser browser;
  private final URI address;

  PeopleWalk(AdminScreens screens, Browser browser, URI address) {
    this.screens = screens;
    this.browser = browser;
    this.address = address;
  }

  void walk() {
    takeIn();
    try (var noura = new AgentWindow(browser, address, Words.in("en"))) {
      noura.logIn("noura", PASSWORD);
      assertThat(noura.link("rail.administration")).hasCount(0);
      giveARole(noura);
      noura.link("rail.supervision").click();
      makeATeam(noura);
      screens.speak("ar");
      makeALanguage();
      seeRoles();
      disable();
      assertThat(noura.page()).hasURL(Pattern.compile("/login"));
      Assertions.assertThat(noura.errors()).isEmpty();
    }
    keepTheLastAdministrator();
    readTheLog();
    screens.speak("en");
    readTheLog();
  }

  private void takeIn() {
    screens.section("users");
    screens.makeNew();
    screens.saveRefused();
    assertThat(screens.problemAt("user-name")).hasText(screens.words("admin.nameWrong"));
    assertThat(screens.problemAt("user-login")).hasText(screens.words("staff.loginWrong"));
    assertThat(screens.problemAt("user-password")).hasText(screens.words("staff.passwordNeeded"));
    screens.field("user-name").fill(NOURA);
    screens.field("user-login").fill("sam");
    screens.field("user-password").fill(PASSWORD);
    screens.saveRefused();
    assertThat(screens.problemAt("user-login")).hasText(screens.words("problem.loginTaken"));
    screens.picture("user-taken");
    screens.field("user-login").fill("noura");
    screens.choose("user-skills-add", "English");
    screens.saveNew();
    assertThat(screens.item(NOURA)).containsText(screens.words("staff.role.AGENT"));
    assertThat(screens.at("user-log-ins")).containsText(screens.words("staff.notLoggedIn"));
  }

  /// The bar of the open desk has another way at once.
  private void giveARole(AgentWindow noura) {
    screens.field("user-role-SUPERVISOR").check();
    screens.field("user-role-AGENT").uncheck();
    screens.save();
    assertThat(noura.link("rail.administration")).isVisible();
    assertThat(noura.at("state-selector")).isVisible();
    screens.choose("users-role", screens.words("staff.role.SUPERVISOR"));
    assertThat(screens.item(NOURA)).isVisible();
    assertThat(screens.item("Sam")).hasCount(0);
    screens.picture("user");
    screens.choose("users-role", screens.words("staff.allRoles"));
  }

  /// She supervises it at once, on the page that is open.
  private void makeATeam(AgentWindow noura) {
    assertThat(noura.at("supervision-empty"))
        .containsText(Words.in("en").of("supervision.noTeamTitle"));

    screens.section("teams");
    screens.makeNew();
    screens.field("team-name").fill("Evening");
    screens.choose("team-member-add", NOURA);
    screens.choose("team-supervisor-add", "Rana");
    screens.choose("team-supervisor-add", NOURA);
    screens.at("team-service").first().check();
    screens.saveNew();
    assertThat(screens.item("Evening")).containsText("1 person");
    assertThat(screens.at("team-supervisor")).hasCount(2);
    assertThat(noura.at("supervised-team")).hasText("Evening");
    noura.link("rail.conversations").click();
    screens.removeRefused("problem.teamUsed");
    screens.picture("team");
    renameAndUndo();
    removeAndUndo();
  }

  /// What was saved is taken back, and done again, also after another screen was open; but not over
  /// what somebody else has written since.
  private void renameAndUndo() {
    screens.field("team-name").fill("Night");
    screens.save();
    assertThat(screens.item("Night")).isVisible();
    screens.section("users");
    screens.section("teams");
    screens.open("Night");
    screens.picture("undo");
    screens.at("admin-undo").press("Enter");
    assertThat(screens.at("admin-undone")).hasText(screens.words("admin.undone"));
    assertThat(screens.at("admin-undo")).isFocused();
    assertThat(screens.item("Evening")).containsText("1 person");
    Assertions.assertThat(team()).contains("\"Evening\"").doesNotContain("\"Night\"");
    screens.at("admin-undo").click();
    assertThat(screens.at("admin-saved")).isVisible();
    Assertions.assertThat(team()).contains("\"Night\"").doesNotContain("\"Evening\"");
    screens.page().evaluate(NAMED, "Late");
    screens.at("admin-undo").click();
    assertThat(screens.at("admin-problem")).hasText(screens.words("admin.changedSince"));
    assertThat(screens.field("team-name")).hasValue("Late");
    assertThat(screens.at("admin-undo")).hasCount(0);
    screens.field("team-name").fill("Evening");
    screens.save();
  }

  /// What was removed is made again as it was, and open; what cannot be says so before.
  private void removeAndUndo() {
    screens.makeNew();
    screens.field("team-name").fill("Spare");
    screens.saveNew();
    screens.at("admin-remove").click();
    assertThat(screens.at("admin-remove-sure")).isVisible();
    assertThat(screens.at("admin-remove-final")).hasCount(0);
    screens.at("admin-remove-sure").click();
    assertThat(screens.item("Spare")).hasCount(0);
    Assertions.assertThat(team()).doesNotContain("Spare");
    assertThat(screens.at("notice-undo")).isFocused();
    screens.picture("removed");
    screens.page().keyboard().press("Enter");
    assertThat(screens.field("team-name")).hasValue("Spare");
    assertThat(screens.item("Spare")).isVisible();
    assertThat(screens.at("notice-undo")).hasCount(0);
    Assertions.assertThat(team()).contains("Spare");
    screens.section("trunks");
    screens.open("Carrier");
    screens.at("admin-remove").click();
    assertThat(screens.at("admin-remove-final")).hasText(screens.words("admin.forGood"));
    screens.picture("remove-final");
    screens.page().keyboard().press("Escape");
    screens.section("teams");
    screens.open("Evening");
  }

  /// All teams, as the server tells them.
  private String team() {
    return screens.page().request().get(address.resolve("/api/teams").toString()).text();
  }

  private void makeALanguage() {
    screens.section("skills");
    screens.makeNew();
    screens.field("skill-name").fill("الفرنسية");
    screens.field("skill-code").fill("FR");
    screens.choose("skill-people-add", NOURA);
    screens.field("skill-people-level").fill("١٥٠");
    screens.saveRefused();
    assertThat(screens.at("skill-people").getByText(screens.words("staff.levelWrong"))).isVisible();
    screens.field("skill-people-level").fill("٨٠");
    screens.saveNew();
    assertThat(screens.field("skill-people-level")).hasValue("80");
    screens.picture("skill");
  }

  private void seeRoles() {
    screens.section("roles");
    assertThat(screens.at("roles")).containsText(screens.words("staff.may.VIEW_AUDIT_LOG"));
    screens.picture("roles");
  }

  private void disable() {
    screens.section("users");
    screens.open(NOURA);
    assertThat(screens.at("user-log-out")).isVisible();
    screens.field("user-allowed").uncheck();
    screens.save();
    assertThat(screens.item(NOURA)).containsText(screens.words("staff.disabled"));
    screens.picture("user");
  }

  private void keepTheLastAdministrator() {
    screens.open("Administrator");
    screens.field("user-allowed").uncheck();
    screens.saveRefused();
    assertThat(screens.at("admin-problem")).hasText(screens.words("problem.lastAdministrator"));
    screens.at("admin-discard").click();
    assertThat(screens.field("user-allowed")).isChecked();
  }

  private void readTheLog() {
    screens.section("users");
    screens.section("audit-log");
    assertThat(event("user.changed").first()).containsText(NOURA);
    assertThat(event("user.changed").first()).containsText(screens.words("audit.part.disabled"));
    assertThat(event("skill.created")).containsText("الفرنسية");
    assertThat(event("trunk.created")).containsText("Carrier");
    screens.picture("audit-log");
    screens.choose("audit-kind", screens.words("audit.kind.team"));
    assertThat(screens.at("audit-event")).hasCount(9);
    assertThat(event("team.created").last()).containsText("Evening");
    assertThat(event("team.changed")).hasCount(5);
    assertThat(event("team.removed")).containsText("Spare");
    screens.field("audit-last").fill("2020-01-01");
    assertThat(screens.at("audit-none")).isVisible();
  }

  private Locator event(String what) {
    return screens.page().locator("[data-testid=audit-event][data-what='" + what + "']");
  }
}
