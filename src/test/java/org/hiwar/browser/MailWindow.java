package org.hiwar.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;

/// A customer's mailbox: the page of the demonstration.
final class MailWindow implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;

  MailWindow(Browser browser, URI server, String language) {
    context = browser.newContext(Chromium.still().setViewportSize(1100, 800));
    page = Chromium.page(context);
    page.navigate(server.resolve("/demo/mail.html?lang=" + language).toString());
    assertThat(at("mailbox")).hasAttribute("data-state", "OPEN");
  }

  Page page() {
    return page;
  }

  String name() {
    return at("mail-name").textContent();
  }

  String address() {
    return at("mail-address").textContent();
  }

  /// Writes to the contact centre, to the mailbox of the page's language.
  void write(String subject, String text) {
    at("mail-new").click();
    at("mail-subject-field").fill(subject);
    at("mail-text-field").fill(text);
    send();
  }

  /// Answers the mail that is open.
  void reply(String text) {
    at("mail-reply").click();
    at("mail-text-field").fill(text);
    send();
  }

  private void send() {
    at("mail-send").click();
    assertThat(at("mail-form")).hasCount(0);
  }

  /// Waits for a mail that came, and opens the latest of this subject.
  void read(String subject) {
    received(subject).first().click();
    assertThat(at("mail-subject")).containsText(subject);
  }

  /// Mails that came, the latest first.
  Locator received(String subject) {
    return at("mail-entry")
        .and(page.locator(":not([data-mine])"))
        .filter(new Locator.FilterOptions().setHasText(subject));
  }

  /// What the open mail says.
  Locator text() {
    return at("mail-text");
  }

  Locator at(String testId) {
    return page.getByTestId(testId);
  }

  @Override
  public void close() {
    context.close();
  }
}
