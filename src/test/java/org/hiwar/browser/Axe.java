package org.hiwar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Looks at pages with axe-core, by its rules for WCAG 2.0 to 2.2 at the levels A and AA, and
/// gathers what it finds, so that one run tells of everything.
final class Axe {
  private static final Path SCRIPT = Path.of("web/desktop/node_modules/axe-core/axe.min.js");

  private static final String EVERYWHERE = ":root";

  private static final String LOOK =
      """
      async ([place, colours]) => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
        const runOnly = colours ? ['color-contrast'] : tags
        const { violations, passes } = await axe.run(place, { runOnly, resultTypes: ['violations'] })
        if (passes.length === 0) throw new Error('axe has looked at nothing in ' + place)
        return violations.flatMap(one => one.nodes.map(node =>
          `${one.id} ${node.target.join(' ')} ${node.html.slice(0, 200)} ${node.failureSummary}`))
      }\
      """;

  private final String script;
  private final List<String> found = new ArrayList<>();

  Axe() {
    try {
      script = Files.readString(SCRIPT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All rules.
  void look(Page page, String name) {
    look(page, name, EVERYWHERE, false);
  }

  /// Requires that nothing below `place`, a CSS selector, breaks any of the rules.
  static void pass(Page page, String place) {
    var axe = new Axe();
    axe.look(page, page.url(), place, false);
    assertThat(axe.found()).isEmpty();
  }

  /// The rule about contrast alone, for a page that has been looked at in other colours.
  void lookAtColours(Page page, String name) {
    look(page, name, EVERYWHERE, true);
  }

  /// What is wrong with the pages so far, each line with the name of its page.
  List<String> found() {
    return List.copyOf(found);
  }

  private void look(Page page, String name, String place, boolean colours) {
    if (Boolean.TRUE.equals(page.evaluate("window.axe === undefined"))) page.evaluate(script);
    for (var one : (List<?>) page.evaluate(LOOK, List.of(place, colours)))
      found.add(name + ": " + one);
  }
}
