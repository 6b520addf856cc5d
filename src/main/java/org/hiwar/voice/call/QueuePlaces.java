package org.hiwar.voice.call;

import java.time.Duration;
import java.util.Optional;
import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Where waiting calls stand.
public interface QueuePlaces {
  /// Empty when the call does not wait, or it is not known where.
  Optional<Place> place(WorkspaceId workspace, InteractionId call);

  /// @param service in whose queue
  /// @param number 1: the next
  /// @param expected how long it may still take; null when too few were served lately to say it
  record Place(ServiceId service, int number, @Nullable Duration expected) {}
}
