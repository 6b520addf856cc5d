package org.hiwar.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedFileTest {
  @TempDir Path root;

  @Test
  void aFileThatSaysWhatIsPrintedHolds() throws IOException {
    Files.writeString(root.resolve("table.md"), "one\n");

    new CommittedFile(root, "table.md", false).mustSay("one\n", getClass());
  }

  @Test
  void aStaleFileFailsAndNamesTheCommandThatRewritesIt() throws IOException {
    Files.writeString(root.resolve("table.md"), "one\n");

    assertThatThrownBy(
            () -> new CommittedFile(root, "table.md", false).mustSay("two\n", getClass()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("mvn test -Dtest=CommittedFileTest -Dwrite");
  }

  @Test
  void aMissingFileIsStale() {
    assertThatThrownBy(
            () -> new CommittedFile(root, "table.md", false).mustSay("one\n", getClass()))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void withTheSwitchTheFileIsWritten() throws IOException {
    new CommittedFile(root, "docs/table.md", true).mustSay("two\n", getClass());

    assertThat(root.resolve("docs/table.md")).hasContent("two\n");
  }
}
