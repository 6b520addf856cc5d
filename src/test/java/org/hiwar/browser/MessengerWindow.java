package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;

/// A customer's messenger: the page of the demonstration.
final class MessengerWindow implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;

  /// @param number of the customer, who has to be nobody's who calls or writes elsewhere
  MessengerWindow(Browser browser, URI server, String language, ColorScheme scheme, String number) {
    context =
        browser.newContext(Chromium.still().setViewportSize(1100, 800).setColorScheme(scheme));
    page = Chromium.page(context);
    page.addInitScript(
        "sessionStorage.setItem('hiwar-demo:/api/demo/messenger', '" + number + "')");
    page.navigate(server.resolve("/demo/messenger.html?lang=" + language).toString());
    assertThat(at("messenger")).hasAttribute("data-state", "OPEN");
    assertThat(at("messenger-number")).hasText(number);
  }

  Page page() {
    return page;
  }

  /// Writes in the thread with the number of the page's language.
  void write(String text) {
    at("messenger-text").fill(text);
    at("messenger-send").click();
    assertThat(message(text)).isVisible();
  }

  void send(FilePayload file, String caption) {
    at("messenger-file").setInputFiles(file);
    assertThat(at("messenger-chosen")).containsText(file.name);
    at("messenger-text").fill(caption);
    at("messenger-send").click();
    assertThat(message(caption)).isVisible();
  }

  /// Opens the thread with the other number.
  void openOther() {
    page.locator("[data-testid=thread-head]:not([aria-current=true])").click();
  }

  /// Speaks into the microphone for some seconds, and sends it.
  void speak(int seconds) {
    int before = at("entry").count();
    at("messenger-record").click();
    assertThat(at("messenger-chosen")).containsText("0:0" + seconds);
    at("messenger-record").click();
    assertThat(at("messenger-record")).hasAttribute("aria-pressed", "false");
    assertThat(at("messenger-remove")).isVisible();
    at("messenger-send").click();
    assertThat(at("entry")).hasCount(before + 1);
    assertThat(at("entry").last().locator("audio")).isVisible();
  }

  void sendPlace() {
    at("messenger-place").click();
    assertThat(at("entry-place")).isVisible();
  }

  /// A message that is shown, by what it says.
  Locator message(String text) {
    return at("entry").filter(new Locator.FilterOptions().setHasText(text));
  }

  Locator at(String testId) {
    return page.getByTestId(testId);
  }

  @Override
  public void close() {
    context.close();
  }
}
