package org.hiwar.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/// Looks at pages in the window of somebody who has made the letters four times as big (WCAG 2.2,
/// 1.4.10 and 1.4.4): nothing has to be scrolled to the side but tables, which scroll by
/// themselves, and nothing stands where one cannot scroll. It gathers what it finds, so that one
/// run tells of everything.
final class SmallWindow {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 256;

  private static final String LOOK =
      """
      async () => {
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
        const scrolls = element => /(auto|scroll)/.test(getComputedStyle(element).overflowX)
        const scrolled = element => {
          for (let over = element.parentElement; over !== null && over !== document.body; over = over.parentElement)
            if (scrolls(over) && over.querySelector('table') !== null) return true
          return false
        }
        const told = element => `${element.tagName.toLowerCase()} ${element.className} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`
        const roots = [document, ...[...document.querySelectorAll('*')].flatMap(one => one.shadowRoot ?? [])]
        const all = roots.flatMap(root => [...root.querySelectorAll('a, button, input, select, textarea, h1, h2, h3, p, label, td, dd, dt, li')])
        const seen = all.filter(one => one.checkVisibility({ visibilityProperty: true }) && one.closest('.unseen') === null && !scrolled(one))
        const beside = seen.filter(one => {
          const { left, right, width } = one.getBoundingClientRect()
          return width > 0 && (left < -1 || right > innerWidth + 1)
        })
        const page = document.scrollingElement
        const wide = page.scrollWidth > innerWidth ? [`the page is ${page.scrollWidth} wide`] : []
        return [...wide, ...beside.map(one => `beside the window: ${told(one)}`)]
      }\
      """;

  private final List<String> found = new ArrayList<>();

  void look(Page page, String name) {
    during(
        page,
        () -> {
          for (var one : (List<?>) page.evaluate(LOOK)) found.add(name + ": " + one);
        });
  }

  /// The window is as large as it was when this is over.
  static void during(Page page, Runnable what) {
    var size = page.viewportSize();
    page.setViewportSize(WIDTH, HEIGHT);
    what.run();
    page.setViewportSize(size.width, size.height);
  }

  /// What is wrong with the pages so far, each line with the name of its page.
  List<String> found() {
    return List.copyOf(found);
  }
}
