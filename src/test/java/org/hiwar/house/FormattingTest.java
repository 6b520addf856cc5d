package org.hiwar.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every Java file is laid out by the formatter; with `-Dwrite` it is laid out now.
class FormattingTest {
  @Test
  void everyJavaFileIsLaidOut() throws IOException {
    var strayed =
        javaFiles().parallelStream()
            .filter(FormattingTest::strays)
            .map(Repository::name)
            .sorted()
            .toList();

    assertThat(strayed)
        .as("To lay these files out: mvn test -Dtest=FormattingTest -Dwrite")
        .isEmpty();
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Repository.file("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static boolean strays(Path file) {
    try {
      var source = Files.readString(file);
      var laidOut = JavaFormat.format(source);
      if (source.equals(laidOut)) return false;
      if (!CommittedFile.WRITE) return true;
      Files.writeString(file, laidOut);
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatterException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }
}
