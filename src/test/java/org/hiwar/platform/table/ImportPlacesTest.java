package org.hiwar.platform.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hiwar.platform.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportPlacesTest {
  @TempDir private Path folder;
  private ImportPlaces places;

  @BeforeEach
  void open() throws IOException {
    places = new ImportPlaces(new ImportFiles(folder, 4), 1);
  }

  private Path enter(String file) throws IOException {
    return places.enter(new ByteArrayInputStream(file.getBytes(UTF_8)), path -> path);
  }

  private List<Path> kept() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void aPlaceIsTakenUntilTheWorkInItIsOver() throws IOException {
    var first = enter("1");
    assertThat(first).hasContent("1");
    assertThatThrownBy(() -> enter("2")).isInstanceOf(Refusal.class);
    assertThat(kept()).containsExactly(first);
    places.leave();
    assertThat(enter("2")).hasContent("2");
  }

  @Test
  void whatDoesNotBeginLeavesNeitherFileNorPlaceBehind() throws IOException {
    assertThatThrownBy(() -> enter("too long")).isInstanceOf(Refusal.class);
    assertThatThrownBy(
            () ->
                places.enter(
                    new ByteArrayInputStream(new byte[1]),
                    _ -> {
                      throw Refusal.notFound();
                    }))
        .isInstanceOf(Refusal.class);
    assertThat(kept()).isEmpty();
    assertThat(enter("3")).hasContent("3");
  }
}
