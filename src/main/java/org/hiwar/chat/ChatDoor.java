package org.hiwar.chat;

import java.util.Optional;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the entry that an address names, and decides whether a page may use it.
@Component
class ChatDoor {
  private final Workspaces workspaces;
  private final ChatEntryStore entries;

  /// An entry, and the workspace it belongs to.
  record Opened(WorkspaceId workspace, ChatEntry entry) {}

  ChatDoor(Workspaces workspaces, ChatEntryStore entries) {
    this.workspaces = workspaces;
    this.entries = entries;
  }

  Optional<Opened> find(String workspace, String entry) {
    return workspaces
        .find(workspace)
        .flatMap(found -> entries.find(found.id(), entry).map(e -> new Opened(found.id(), e)));
  }

  /// Whether a page of `origin` may show the entry. `host` is what the browser called this server.
  /// A page of our own always may; null, which no browser sends with a socket, never.
  static boolean admits(ChatEntry entry, @Nullable String origin, @Nullable String host) {
    if (origin == null) return false;
    return entry.origins().contains(origin)
        || origin.equals("http://" + host)
        || origin.equals("https://" + host);
  }
}
