package org.hiwar.desktop.wire;

import java.util.List;
import org.hiwar.workspace.Medium;
import org.jspecify.annotations.Nullable;

/// What the latest activities of a contact can be told apart by, each once, by name.
public record ActivityChoicesView(
    List<ActivityChannel> channels, List<Named> agents, List<Named> services) {

  /// `account` is one of ours that carried it; null for calls and the web chat.
  public record ActivityChannel(String channel, Medium medium, @Nullable AccountName account) {}
}
