package org.hiwar.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which process listens on a TCP port, as far as `/proc` tells this user.
public final class PortHolder {
  private static final String LISTENS = "0A";
  private static final int LONGEST_COMMAND = 120;

  private PortHolder() {}

  /// Such as `process 4711: java -jar other.jar`; empty when the system does not say (another user's process).
  public static Optional<String> of(int port) {
    try {
      var sockets = Stream.of("tcp", "tcp6").flatMap(table -> inodes(Path.of("/proc/net", table), port)).toList();
      try (var processes = Files.list(Path.of("/proc"))) {
        return processes.filter(path -> path.getFileName().toString().chars().allMatch(Character::isDigit))
            .filter(process -> holdsOneOf(process, sockets))
            .map(process -> "process " + process.getFileName() + ": " + command(process))
            .findFirst();
      }
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// The tables hold a line per socket: slot, local address:port in hex, remote, state, …, inode in the tenth column.
  private static Stream<String> inodes(Path table, int port) {
    var end = ":%04X".formatted(port);
    try {
      return Files.readAllLines(table).stream().map(line -> line.strip().split("\\s+"))
          .filter(columns -> columns.length > 9 && columns[1].endsWith(end) && columns[3].equals(LISTENS))
          .map(columns -> columns[9]);
    } catch (IOException _) {
      return Stream.empty();
    }
  }

  private static boolean holdsOneOf(Path process, List<String> inodes) {
    try (var files = Files.list(process.resolve("fd"))) {
      return files.anyMatch(file -> inodes.stream().anyMatch(inode -> isSocket(file, inode)));
    } catch (IOException | java.io.UncheckedIOException _) {
      return false; // another user's, or gone
    }
  }

  private static boolean isSocket(Path file, String inode) {
    try {
      return Files.readSymbolicLink(file).toString().equals("socket:[" + inode + "]");
    } catch (IOException _) {
      return false;
    }
  }

  private static String command(Path process) {
    try {
      var words = new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8).replace('\0', ' ').strip();
      return words.length() <= LONGEST_COMMAND ? words : words.substring(0, LONGEST_COMMAND) + "…";
    } catch (IOException _) {
      return "?";
    }
  }
}
