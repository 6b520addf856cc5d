package org.hiwar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.hiwar.testing.HiwarProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// `mvn spring-boot:run`, as the README says, and killed without a chance to tidy up.
@Tag("start")
@Isolated("its Maven looks after the compiled classes that the others run")
class MavenStartTest {
  @TempDir Path data;

  @Test
  void whenMavenIsKilledNothingIsLeftBehind() throws Exception {
    var command = List.of("mvn", "-B", "-o", "spring-boot:run");
    try (var maven =
        HiwarProcess.command(command, Map.of("HIWAR_DATA", data.toString(), "SERVER_PORT", "0"))) {
      var address = maven.awaitAddress();
      assertThat(answers(address)).isTrue();
      var ours = maven.handle().descendants().toList();
      assertThat(processesOf(data)).as("the application and its database").hasSizeGreaterThan(1);

      maven.kill();

      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                assertThat(ours).noneMatch(ProcessHandle::isAlive);
                assertThat(processesOf(data)).isEmpty();
              });
      assertThat(answers(address)).isFalse();
    }
  }

  /// The processes that were started with this data folder, whoever their parent is by now.
  private static List<String> processesOf(Path data) throws IOException {
    try (var processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(
              process ->
                  contains(process.resolve("environ"), data)
                      || contains(process.resolve("cmdline"), data))
          .map(Path::toString)
          .toList();
    }
  }

  private static boolean contains(Path file, Path data) {
    try {
      return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
          .contains(data.toString());
    } catch (IOException _) {
      return false; // another user's, or gone
    }
  }

  private static boolean answers(String address) {
    try {
      var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
      return connection.getResponseCode() > 0;
    } catch (IOException _) {
      return false;
    }
  }
}
