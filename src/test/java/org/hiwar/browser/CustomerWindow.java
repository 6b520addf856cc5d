package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;

/// A customer with the shop's page open and the chat widget on it.
final class CustomerWindow implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;

  /// A browser of its own: a new visitor. `language` is `ar` or `en`.
  CustomerWindow(Browser browser, URI server, String language) {
    context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale(language));
    page = context.newPage();
    page.navigate(server.resolve("/demo/shop.html?lang=" + language).toString());
  }

  Page page() {
    return page;
  }

  void openChat() {
    at("widget-launcher").click();
    assertThat(at("widget-panel")).isVisible();
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

  void endChat() {
    at("widget-end").click();
    at("widget-end-confirm").click();
  }

  @Override
  public void close() {
    context.close();
  }
}
