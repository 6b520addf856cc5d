package org.hiwar.conversation;

import java.util.List;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// What the activities of a contact can be told apart by: the channels, agents and services that
/// occur in the latest of them, each once.
public record ActivityChoices(
    List<ByChannel> channels, List<UserId> agents, List<ServiceId> services) {

  /// `account` is one of ours that carried it; null where there was none.
  public record ByChannel(String channel, Medium medium, @Nullable Long account) {}
}
