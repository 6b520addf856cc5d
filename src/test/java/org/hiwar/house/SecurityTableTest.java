package org.hiwar.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/security.md names tests; a name without a test would be a promise without a proof.
class SecurityTableTest {
  private static final Pattern ROW = Pattern.compile("\\| [^|]+ \\| [^|]+ \\| ([^|]+) \\|");
  private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");

  @Test
  void everyTestNamedInTheTableExists() {
    var existing =
        CompiledTests.discover().all().stream()
            .flatMap(test -> Stream.of(test.name(), test.className()))
            .collect(Collectors.toSet());

    assertThat(named()).isNotEmpty().isSubsetOf(existing);
  }

  private static Set<String> named() {
    return Repository.text("docs/security.md")
        .lines()
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .flatMap(row -> NAME.matcher(row.group(1)).results().map(name -> name.group(1)))
        .collect(Collectors.toSet());
  }
}
