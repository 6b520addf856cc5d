package org.hiwar.house;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.engine.TestTag;

/// How near to the user a test comes, lowest first. A test says it by its JUnit tag; without one it
/// is a unit test.
enum Level {
  UNIT("unit"),
  SIMULATION("simulation"),
  API("api"),
  BROWSER("browser");

  /// The JUnit tag, and the word in the printed table.
  final String tag;

  Level(String tag) {
    this.tag = tag;
  }

  /// Tests that start or kill the whole server speak to it as clients do, those of voice as
  /// telephones do, and those of mail as mail servers do.
  private Stream<TestTag> tags() {
    var own = this == API ? Stream.of(tag, "start", "kill", "voice", "mail") : Stream.of(tag);
    return own.map(TestTag::create);
  }

  /// The highest level among the tags of a test.
  static Level of(Set<TestTag> tags) {
    return Stream.of(BROWSER, API, SIMULATION)
        .filter(level -> level.tags().anyMatch(tags::contains))
        .findFirst()
        .orElse(UNIT);
  }
}
