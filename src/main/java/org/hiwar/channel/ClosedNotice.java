package org.hiwar.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.hiwar.conversation.Arrival;
import org.hiwar.conversation.ArrivalListener;
import org.hiwar.conversation.Author;
import org.hiwar.conversation.Messages;
import org.hiwar.conversation.NewMessage;
import org.hiwar.conversation.Sent;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceHours;
import org.hiwar.workspace.ServicePromiseStore;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells customers who write by SMS or messenger that the service is closed, where an administrator
/// has written what to say: once for what they began, and not where an agent goes on with them. It
/// is a message of the system, which the outbox sends as any other; if the process dies in between,
/// nothing is said.
@Component
final class ClosedNotice implements ArrivalListener {
  private static final Logger LOG = LoggerFactory.getLogger(ClosedNotice.class);

  private final Channels channels;
  private final ServiceHours hours;
  private final ServicePromiseStore promises;
  private final Messages messages;

  ClosedNotice(
      Channels channels, ServiceHours hours, ServicePromiseStore promises, Messages messages) {
    this.channels = channels;
    this.hours = hours;
    this.promises = promises;
    this.messages = messages;
    messages.listen((ArrivalListener) this);
  }

  @Override
  public void arrived(WorkspaceId workspace, Arrival arrival) {
    if (arrival.medium() != Medium.CHAT
        || arrival.continuesOpenConversation()
        || channels.find(arrival.channel()).isEmpty()) return;
    Thread.ofVirtual().name("closed-notice").start(() -> tell(workspace, arrival));
  }

  private void tell(WorkspaceId workspace, Arrival arrival) {
    try {
      if (hours.open(workspace, arrival.service(), arrival.arrivedAt()).open()) return;
      var text = promises.of(workspace, arrival.service()).closed().in(arrival.language());
      if (!text.isEmpty()) send(workspace, arrival, text);
    } catch (RuntimeException e) {
      LOG.warn("customers could not be told that the service is closed: {}", e.toString());
    }
  }

  private void send(WorkspaceId workspace, Arrival arrival, String text) {
    var id = UUID.nameUUIDFromBytes(("closed " + arrival.interaction()).getBytes(UTF_8));
    var message =
        new NewMessage(arrival.conversation(), arrival.interaction(), id, Author.SYSTEM, text);
    if (messages.send(workspace, message).join() instanceof Sent.Unavailable)
      LOG.warn("a customer could not be told that the service is closed");
  }
}
