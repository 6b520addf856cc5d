package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;

/// A customer's telephone: the page of the demonstration.
final class PhoneWindow implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;

  PhoneWindow(Browser browser, URI server, String language) {
    context = browser.newContext(Chromium.still().setViewportSize(1100, 760));
    Ears.on(context);
    page = Chromium.page(context);
    page.navigate(server.resolve("/demo/phone.html?lang=" + language).toString());
  }

  Page page() {
    return page;
  }

  void switchOn() {
    at("on").click();
    awaitStage("IDLE");
  }

  /// As it is called from elsewhere, without the spaces of the page.
  String number() {
    return at("own").textContent().replace(" ", "");
  }

  void call(String number) {
    at("number").fill(number);
    at("call").click();
  }

  void press(String testId) {
    at(testId).click();
  }

  /// So that a test that failed leaves no call to the next.
  void hangUpIfTalking() {
    if (at("hang-up").isVisible()) at("hang-up").click();
  }

  /// During a call, one key after the other.
  void dial(String keys) {
    for (var key : keys.split(""))
      at("pad")
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(key).setExact(true))
          .click();
  }

  void awaitStage(String stage) {
    assertThat(at("phone")).hasAttribute("data-stage", stage);
  }

  boolean hears(int hertz) {
    return Ears.hears(page, hertz);
  }

  boolean hearsAmongOthers(int hertz) {
    return Ears.hearsAmongOthers(page, hertz);
  }

  /// Writes an SMS to the sender of the contact centre that is chosen.
  void sms(String text) {
    at("sms-text").fill(text);
    at("sms-send").click();
    assertThat(message(text)).isVisible();
  }

  /// An SMS that is shown, by what it says.
  Locator message(String text) {
    return at("sms-message").filter(new Locator.FilterOptions().setHasText(text));
  }

  private Locator at(String testId) {
    return page.getByTestId(testId);
  }

  @Override
  public void close() {
    context.close();
  }
}
