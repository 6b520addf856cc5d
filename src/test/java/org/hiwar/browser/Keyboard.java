package org.hiwar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.regex.Pattern;

/// Somebody's keyboard before a page, and nothing else. Wherever it goes, one sees where it is.
final class Keyboard {
  private static final int MOST_TABS = 120;

  private static final String MATCHES =
      "css => document.activeElement !== null && document.activeElement.matches(css)";

  /// What looks the same with and without the keyboard; empty when it is to be seen. A field may
  /// show it on what is around it.
  private static final String UNSEEN =
      """
      () => {
        const at = document.activeElement
        if (at === null || at === document.body) return 'nowhere'
        const around = []
        for (let one = at; one !== null && around.length < 4; one = one.parentElement) around.push(one)
        const look = () => around.map(one => {
          const style = getComputedStyle(one)
          return [style.boxShadow, style.outlineStyle, style.borderColor, style.backgroundColor].join()
        }).join(' | ')
        const with_ = look()
        at.blur()
        const without = look()
        at.focus()
        return with_ === without ? at.outerHTML.slice(0, 300) : ''
      }\
      """;

  private final Page page;

  Keyboard(Page page) {
    this.page = page;
    // What fades in cannot be compared.
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
  }

  void press(String keys) {
    page.keyboard().press(keys);
  }

  void type(String text) {
    page.keyboard().type(text);
  }

  /// Tab by Tab until what `css` describes has the keyboard; at each stop one sees where it is.
  void tabTo(String css) {
    goTo("Tab", css);
  }

  /// The same, backwards.
  void tabBackTo(String css) {
    goTo("Shift+Tab", css);
  }

  private void goTo(String key, String css) {
    for (int tabs = 0; tabs < MOST_TABS; tabs++) {
      press(key);
      assertThat((String) page.evaluate(UNSEEN)).isEmpty();
      if (Boolean.TRUE.equals(page.evaluate(MATCHES, css))) return;
    }
    throw new AssertionError(key + " does not lead to " + css);
  }

  /// What has the keyboard now, or will have it when what was done is over.
  void awaitAt(Locator place) {
    PlaywrightAssertions.assertThat(place).isFocused();
  }

  /// By the palette: what is found first by these words, whose name begins with `command`.
  void command(String words, String command) {
    press("Control+k");
    awaitAt(page.getByTestId("palette-words"));
    type(words);
    PlaywrightAssertions.assertThat(page.locator("[data-testid=command][aria-selected=true]"))
        .hasAttribute("data-command", Pattern.compile("^" + command));
    press("Enter");
    PlaywrightAssertions.assertThat(page.getByTestId("palette")).hasCount(0);
  }
}
