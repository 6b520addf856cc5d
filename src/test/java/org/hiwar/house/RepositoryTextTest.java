package org.hiwar.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What no file of the repository may say: where somebody's machine keeps things, and where things
/// are downloaded from. Both are true for one person only.
class RepositoryTextTest {
  /// Made by builds and tools; nothing of it is committed. In a linked worktree `.git` is a file.
  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", "node_modules", "dist", "data", "test-results", ".idea", ".vscode");

  /// Hosts that people read or that name a format; nothing is fetched from them.
  private static final Set<String> LINKS =
      Set.of(
          "www.apache.org",
          "maven.apache.org",
          "www.w3.org",
          "www.rfc-editor.org",
          "www.standardwebhooks.com");

  /// Where the providers of messengers answer, unless an account says otherwise.
  private static final Set<String> PROVIDERS = Set.of("api.telegram.org", "graph.facebook.com");

  /// Names the makers of packages, and where one may thank them.
  private static final String LOCK = "package-lock.json";

  private static final Pattern ADDRESS = Pattern.compile("\\b(?:https?|wss?)://([\\w.-]*\\w)");

  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w.}*])/(?:home|root|Users|usr/lib/jvm|tmp|work|mnt)/[\\w.-]+");

  private static final Pattern OUTSIDE = Pattern.compile("\\.\\./shared\\b");

  private static final Pattern RESOLVED = Pattern.compile("\"resolved\"");

  @Test
  void noFileNamesAPathOfAMachine() throws IOException {
    assertThat(found(MACHINE_PATH, _ -> true)).isEmpty();
  }

  @Test
  void noFileNamesAFolderOutsideTheRepository() throws IOException {
    assertThat(found(OUTSIDE, _ -> true)).isEmpty();
  }

  @Test
  void noFileNamesAHostToDownloadFrom() throws IOException {
    assertThat(found(ADDRESS, address -> !isHarmless(address.group(1))))
        .filteredOn(where -> !where.contains(LOCK))
        .isEmpty();
  }

  @Test
  void lockFilesNameNoAddresses() throws IOException {
    assertThat(found(RESOLVED, _ -> true)).filteredOn(where -> where.contains(LOCK)).isEmpty();
  }

  /// This machine, names that are reserved for examples, and links for readers.
  private static boolean isHarmless(String host) {
    return LINKS.contains(host)
        || PROVIDERS.contains(host)
        || !host.contains(".")
        || host.matches("0x[\\da-f.]+|[\\d.]+")
        || host.matches("(.+\\.)?example(\\.(com|org|net))?");
  }

  private static List<String> found(Pattern pattern, Predicate<MatchResult> forbidden)
      throws IOException {
    var found = new ArrayList<String>();
    for (var file : files()) {
      pattern
          .matcher(textOf(file))
          .results()
          .filter(forbidden)
          .map(match -> Repository.name(file) + ": " + match.group())
          .forEach(found::add);
    }
    return found;
  }

  /// The text of a file; empty for pictures and other files that are no text.
  private static String textOf(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException _) {
      return "";
    }
  }

  private static List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    Files.walkFileTree(
        Repository.ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) {
            var ours = !NOT_OURS.contains(folder.getFileName().toString());
            return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
            if (!NOT_OURS.contains(file.getFileName().toString())) files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
