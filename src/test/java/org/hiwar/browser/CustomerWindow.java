package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;

/// A customer with the shop's page open and the chat widget on it.
final class CustomerWindow implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;

  /// A browser of its own: a new visitor. `language` is `ar` or `en`.
  CustomerWindow(Browser browser, URI server, String language) {
    this(browser, server, language, false);
  }

  /// The same, and what is heard there can be measured.
  static CustomerWindow withEars(Browser browser, URI server, String language) {
    return new CustomerWindow(browser, server, language, true);
  }

  private CustomerWindow(Browser browser, URI server, String language, boolean ears) {
    context = browser.newContext(Chromium.still().setViewportSize(1440, 900).setLocale(language));
    if (ears) Ears.on(context);
    page = Chromium.page(context);
    page.navigate(server.resolve("/demo/shop.html?lang=" + language).toString());
  }

  Page page() {
    return page;
  }

  void openChat() {
    at("widget-launcher").click();
    assertThat(at("widget-panel")).isVisible();
  }

  /// The keyboard goes into the chat, comes back out, and goes in again.
  void openByKeyboard() {
    at("widget-launcher").press("Enter");
    assertThat(at("widget-name")).isFocused();
    page.keyboard().press("Escape");
    assertThat(at("widget-panel")).isHidden();
    assertThat(at("widget-launcher")).isFocused();
    page.keyboard().press("Enter");
    assertThat(at("widget-name")).isFocused();
  }

  /// Says what the customer thinks of the chat that is over, without a mouse.
  void rateByKeyboard(int stars, String remark) {
    assertThat(at("widget-new")).isFocused();
    at("widget-star-1").press("Space");
    for (int i = 1; i < stars; i++) page.keyboard().press("ArrowRight");
    assertThat(at("widget-star-" + stars)).isChecked();
    at("widget-remark").fill(remark);
    at("widget-rate").press("Enter");
    assertThat(at("widget-rated")).hasAttribute("data-stars", Integer.toString(stars));
  }

  /// The page that the customer saves of the chat.
  String transcript() throws IOException {
    var saved = page.waitForDownload(() -> at("widget-transcript").click());
    return Files.readString(saved.path());
  }

  /// Fills the form before the first message.
  void introduce(String name, String address) {
    at("widget-name").fill(name);
    at("widget-address").fill(address);
    at("widget-start").click();
  }

  void say(String text) {
    at("widget-input").fill(text);
    at("widget-send").click();
    assertThat(message(text)).hasAttribute("data-state", "stored");
  }

  /// A bubble, by what it says.
  Locator message(String text) {
    return at("widget-message").filter(new Locator.FilterOptions().setHasText(text));
  }

  Locator at(String testId) {
    return page.getByTestId(testId);
  }

  /// The customer's call is in this state.
  void awaitCall(String state) {
    assertThat(at("widget-call-bar")).hasAttribute("data-state", state);
  }

  boolean hears(int hertz) {
    return Ears.hears(page, hertz);
  }

  /// Whether the page has asked for a file of this name.
  boolean hasLoaded(String file) {
    return Boolean.TRUE.equals(
        page.evaluate(
            "file => performance.getEntriesByType('resource').some(one =>"
                + " one.name.endsWith('/' + file))",
            file));
  }

  void endChat() {
    at("widget-end").click();
    at("widget-end-confirm").click();
  }

  @Override
  public void close() {
    context.close();
  }
}
