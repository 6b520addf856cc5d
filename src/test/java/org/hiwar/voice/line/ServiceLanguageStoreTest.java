package org.hiwar.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class ServiceLanguageStoreTest {
  private final LineScene scene = new LineScene();
  private final ServiceLanguageStore languages = new ServiceLanguageStore(TestDatabase.database());

  @Test
  void aServiceSpeaksTheLanguagesOfItsNumbers() {
    var trunk = scene.trunk("Provider", 1);
    scene.number(trunk, "+493023125101", "en");
    scene.number(trunk, "+493023125102", "ar");
    scene.number(trunk, "+493023125103", "ar");
    scene.number(trunk, "+493023125104", null);
    assertThat(languages.languages(scene.workspace))
        .isEqualTo(Map.of(scene.service, Set.of("en", "ar")));
  }

  @Test
  void aServiceWithoutALanguageIsNotInIt() {
    scene.number(scene.trunk("Provider", 1), "+493023125101", null);
    assertThat(languages.languages(scene.workspace)).isEmpty();
  }
}
