package org.hiwar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.hiwar.house.Repository;

/// Looks with axe-core for what keeps people with a keyboard or a screen reader out.
final class Axe {
  private static final String CODE = "web/widget/node_modules/axe-core/axe.min.js";

  private static final String LOOK =
      """
      async (place) => {
        const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
        const { violations, passes } = await axe.run(place, { runOnly: { type: 'tag', values: rules } });
        return { passes: passes.length, violations: violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`) };
      }\
      """;

  private record Found(int passes, List<String> violations) {}

  private Axe() {}

  /// Requires that nothing below `place`, a CSS selector, breaks a rule of WCAG 2.2 at level AA.
  static void pass(Page page, String place) {
    page.evaluate(Repository.text(CODE));
    var found = read(page.evaluate(LOOK, place));
    assertThat(found.passes()).as("rules that were looked at").isPositive();
    assertThat(found.violations()).isEmpty();
  }

  private static Found read(Object answer) {
    if (answer instanceof java.util.Map<?, ?> map
        && map.get("passes") instanceof Number passes
        && map.get("violations") instanceof List<?> violations)
      return new Found(passes.intValue(), violations.stream().map(String::valueOf).toList());
    throw new AssertionError("axe said " + answer);
  }
}
