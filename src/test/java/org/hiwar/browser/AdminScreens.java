package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// An administrator with the screens of administration open.
final class AdminScreens implements AutoCloseable {
  /// Longer than the server waits for a provider that says nothing.
  private static final int SILENCE_MS = 20_000;

  private static final Pattern PLACE = Pattern.compile("\\{\\w+\\}");

  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private Words words;

  AdminScreens(Browser browser, URI server, String language) {
    words = Words.in(language);
    context = browser.newContext(Chromium.still().setViewportSize(1440, 900).setLocale(language));
    page = Chromium.page(context);
    page.onPageError(errors::add);
    page.navigate(server.resolve("/login").toString());
  }

  Page page() {
    return page;
  }

  String words(String key) {
    return words.of(key);
  }

  /// An administrator without a desk comes to the administration by itself.
  void logIn(String login, String password) {
    page.getByLabel(words("login.user")).fill(login);
    page.getByLabel(words("login.password"), new Page.GetByLabelOptions().setExact(true))
        .fill(password);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words("login.submit")))
        .click();
    assertThat(sheet()).hasAttribute("data-section", "trunks");
  }

  /// Changes the language by the button in the top bar.
  void speak(String language) {
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words("language." + language)))
        .click();
    words = Words.in(language);
    assertThat(page.locator("html")).hasAttribute("lang", language);
  }

  /// In this language from now on, whichever the user chose last.
  void use(String language) {
    if (!language.equals(page.locator("html").getAttribute("lang"))) speak(language);
    words = Words.in(language);
  }

  void section(String name) {
    at("admin-" + name).click();
    assertThat(sheet()).hasAttribute("data-section", name);
  }

  Locator sheet() {
    return at("administration");
  }

  Locator item(String text) {
    return at("admin-item").filter(new Locator.FilterOptions().setHasText(text));
  }

  void open(String text) {
    item(text).click();
    assertThat(sheet().locator("h1")).containsText(text);
  }

  void makeNew() {
    at("admin-new").click();
  }

  Locator field(String testId) {
    return at(testId);
  }

  /// The sentence at a field, as its description says it to those who hear the page.
  Locator problemAt(String testId) {
    assertThat(field(testId)).hasAttribute("aria-invalid", "true");
    return page.locator(".mantine-InputWrapper-root", new Page.LocatorOptions().setHas(at(testId)))
        .locator(".mantine-InputWrapper-error");
  }

  void choose(String testId, String option) {
    field(testId).click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
        .click();
  }

  void save() {
    at("admin-save").click();
    assertThat(at("admin-saved")).isVisible();
  }

  /// What was made has an address of its own afterwards.
  void saveNew() {
    at("admin-save").click();
    assertThat(page).hasURL(Pattern.compile("/administration/[\\w-]+/\\d+$"));
  }

  void saveRefused() {
    at("admin-save").click();
    assertThat(at("admin-problem")).isVisible();
  }

  /// Asks the provider. `key` is of the sentence that must be said, but for the places in it.
  void test(String key, boolean works) {
    at("trunk-test-run").click();
    assertThat(at("trunk-test"))
        .hasAttribute(
            "data-works",
            Boolean.toString(works),
            new LocatorAssertions.HasAttributeOptions().setTimeout(SILENCE_MS));
    for (var part : PLACE.split(words(key)))
      assertThat(at("trunk-test")).containsText(part.strip());
  }

  void remove() {
    at("admin-remove").click();
    at("admin-remove-sure").click();
    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
  }

  void removeRefused(String key) {
    at("admin-remove").click();
    at("admin-remove-sure").click();
    assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.ALERT)).hasText(words(key));
    page.keyboard().press("Escape");
    assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
  }

  Locator at(String testId) {
    return page.getByTestId(testId);
  }

  void picture(String what) {
    Picture.take(page, "administration/" + words.language() + "-" + what);
  }

  List<String> errors() {
    return List.copyOf(errors);
  }

  @Override
  public void close() {
    context.close();
  }
}
