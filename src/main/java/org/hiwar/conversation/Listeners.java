package org.hiwar.conversation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hiwar.contact.ContactId;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells what was committed to all who listen; one that fails does not keep the others from
/// hearing.
final class Listeners {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  final List<MessageListener> messages = new CopyOnWriteArrayList<>();
  final List<ArrivalListener> arrivals = new CopyOnWriteArrayList<>();
  final List<ContactListener> contacts = new CopyOnWriteArrayList<>();

  void stored(WorkspaceId workspace, List<Message> stored) {
    if (!stored.isEmpty()) tell(messages, listener -> listener.stored(workspace, stored));
  }

  void arrived(WorkspaceId workspace, Optional<Arrival> arrival) {
    arrival.ifPresent(a -> tell(arrivals, listener -> listener.arrived(workspace, a)));
  }

  void claimed(WorkspaceId workspace, Optional<ContactId> contact) {
    contact.ifPresent(c -> tell(contacts, listener -> listener.claimed(workspace, c)));
  }

  private static <L> void tell(List<L> listeners, Consumer<L> word) {
    for (var listener : listeners)
      try {
        word.accept(listener);
      } catch (RuntimeException e) {
        LOG.error("A listener failed", e);
      }
  }
}
