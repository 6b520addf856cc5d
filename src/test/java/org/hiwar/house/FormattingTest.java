package org.hiwar.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every Java file is laid out by the formatter; with `-Dwrite` it is laid out now. Files seen laid
/// out before are not looked at again, so that a run costs what has changed.
class FormattingTest {
  private static final Seen SEEN =
      Seen.load("target/laid-out.txt", JavaFormat.class, DocComments.class);

  @Test
  void everyJavaFileIsLaidOut() throws IOException {
    var strayed =
        javaFiles().parallelStream()
            .filter(FormattingTest::strays)
            .map(Repository::name)
            .sorted()
            .toList();
    SEEN.save();

    assertThat(strayed)
        .as("To lay these files out: mvn test -Dtest=FormattingTest -Dwrite")
        .isEmpty();
  }

  private static List<Path> javaFiles() throws IOException {
    try (var files = Files.walk(Repository.file("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static boolean strays(Path file) {
    try {
      var source = Files.readString(file);
      if (SEEN.contains(source)) return false;
      var laidOut = JavaFormat.format(source);
      SEEN.add(laidOut);
      if (source.equals(laidOut)) return false;
      if (CommittedFile.WRITE) Files.writeString(file, laidOut);
      return !CommittedFile.WRITE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatterException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }
}
