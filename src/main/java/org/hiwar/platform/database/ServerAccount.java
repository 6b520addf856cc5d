package org.hiwar.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// As whom the server runs. PostgreSQL refuses to run as root, so a root process must step down
/// first.
sealed interface ServerAccount {
  /// What is put before a command of PostgreSQL.
  List<String> prefix();

  /// Lets the server use a file or folder that this process has made.
  default void handOver(Path path) throws IOException {}

  /// The user of this process.
  record Own() implements ServerAccount {
    @Override
    public List<String> prefix() {
      return List.of();
    }
  }

  /// Root inside a user namespace that maps nobody: the server does not see that it is root, and
  /// root's files stay reachable for it, even under a closed home folder.
  record UserNamespace() implements ServerAccount {
    @Override
    public List<String> prefix() {
      return List.of("unshare", "-U", "--");
    }
  }

  /// The user *nobody*, for a root process that may make no user namespace (often in containers).
  /// Everything the server reads lies in a folder that this user can reach.
  record Nobody() implements ServerAccount {
    @Override
    public List<String> prefix() {
      return List.of("setpriv", "--reuid=nobody", "--regid=" + group(), "--clear-groups", "--");
    }

    @Override
    public void handOver(Path path) throws IOException {
      var nobody =
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      Files.setOwner(path, nobody);
    }

    private static String group() {
      return Files.exists(Path.of("/etc/debian_version"), LinkOption.NOFOLLOW_LINKS)
          ? "nogroup"
          : "nobody";
    }
  }

  default List<String> command(List<String> command) {
    var whole = new ArrayList<>(prefix());
    whole.addAll(command);
    return whole;
  }
}
