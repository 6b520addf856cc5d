package org.hiwar.desktop.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hiwar.conversation.ConversationId;
import org.hiwar.desktop.wire.OutView;

/// Where the agent was a guest until a moment ago, and why not any more: the event that says so
/// reaches only pages that are open. Used by the desk's thread alone.
final class Outs {
  private record Kept(OutView out, long until) {}

  private final Map<ConversationId, Kept> kept = new LinkedHashMap<>();

  /// Before `shown` becomes what `part` says, by the frame `offset`, at `now` (nanoTime).
  void note(DeskSource.Part part, Shown shown, long offset, long now) {
    kept.keySet().removeAll(part.held());
    forget(now);
    part.outs()
        .forEach(
            (id, why) -> {
              var view = Objects.requireNonNull(shown.view(id)).withoutMessages();
              kept.put(
                  id,
                  new Kept(new OutView(offset, view, why), now + DeskLimits.KEPT_OUT.toNanos()));
            });
  }

  /// Those of the last minute, the first one first.
  List<OutView> at(long now) {
    forget(now);
    return kept.values().stream().map(Kept::out).toList();
  }

  private void forget(long now) {
    kept.values().removeIf(one -> one.until() - now <= 0);
  }
}
