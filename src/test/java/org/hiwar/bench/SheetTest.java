package org.hiwar.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetTest {
  @TempDir Path folder;

  private Sheet sheet() {
    return new Sheet("offer", 0.5, Map.of(), Optional.of(folder));
  }

  private static Figure figure(String name, Double... values) {
    return new Figure(name, "Hiwar", "ms", Map.of(), List.of(values)).aimingAt(Aim.atMost(5));
  }

  private String page() throws IOException {
    return BenchmarkPage.print(Results.read(folder));
  }

  @Test
  void aFigureIsKeptAsSoonAsItIsThereAndThePageSaysThatMoreIsMissing() throws IOException {
    sheet().add(figure("first", 2.0, 4.0, 3.0));

    assertThat(page())
        .contains("| first | Hiwar |  | 3 ms | 2 to 4 | 3 | met: at most 5 |")
        .contains("**Not whole**: the run did not come to its end");
  }

  @Test
  void aRunThatCameToItsEndIsWhole() throws IOException {
    var sheet = sheet();
    sheet.add(figure("first", 2.0));

    assertThat(sheet.finish()).isTrue();
    assertThat(page()).contains("first").doesNotContain("Not whole");
  }

  @Test
  void whatFailedIsNamedAndWhatCameAfterItIsThere() throws IOException {
    var sheet = sheet();
    sheet.missing("sipp", new IOException("it hangs"));
    sheet.add(figure("second", 7.0));

    assertThat(sheet.finish()).isFalse();
    assertThat(page())
        .contains("**Not whole**: sipp (it hangs)\n")
        .contains("| second | Hiwar |  | 7 ms | 7 to 7 | 1 | **missed**: at most 5 |");
  }

  @Test
  void aFigureForWhichNothingCameMissesItsAim() throws IOException {
    sheet().add(figure("third", Double.NaN));

    assertThat(page()).contains("| third | Hiwar |  | none |  | 0 | **missed**: at most 5 |");
  }

  @Test
  void aTrialKeepsNothing() throws IOException {
    var sheet = new Sheet("offer", 0.5, Map.of(), Optional.empty());
    sheet.add(figure("first", 2.0));
    sheet.finish();

    assertThat(folder).isEmptyDirectory();
  }
}
