package org.hiwar.channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hiwar.contact.ContactId;
import org.hiwar.contact.ContactSummary;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Deliveries;
import org.hiwar.conversation.DeliveryListener;
import org.hiwar.conversation.DeliveryState;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageListener;
import org.hiwar.conversation.Scene;
import org.hiwar.desktop.desk.AgentKey;
import org.hiwar.desktop.desk.Desk;
import org.hiwar.desktop.desk.DeskSource;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.desk.Frame;
import org.hiwar.desktop.desk.Marks;
import org.hiwar.desktop.wire.ConversationView;
import org.hiwar.desktop.wire.DeliveryView;
import org.hiwar.desktop.wire.DeskEvent;
import org.hiwar.desktop.wire.MessageView;
import org.hiwar.desktop.wire.Named;
import org.hiwar.desktop.wire.PresenceView;
import org.jspecify.annotations.Nullable;

/// The desk of an agent, wired to the news as the application does it, and what its stream has
/// told. It compares itself with the truth never: what nobody told of stays untold.
final class AgentDesk implements AutoCloseable {
  private static final Instant SINCE = Instant.EPOCH;

  /// What is shown of a message. `state`: null where nothing goes out.
  record Line(long seq, String text, @Nullable DeliveryState state) {}

  private final Scene scene;
  private final Desks desks = new Desks(_ -> new Source(), this::hear);
  private final Desk desk;
  private final Map<ConversationId, TreeMap<Long, Line>> told = new HashMap<>();
  private final Set<ConversationId> held = new TreeSet<>();

  AgentDesk(Scene scene, Deliveries deliveries) {
    this.scene = scene;
    scene.messages.listen(
        (MessageListener)
            (workspace, stored) ->
                stored.forEach(message -> desks.messageStored(workspace, message)));
    deliveries.listen(
        (DeliveryListener)
            (workspace, changes) ->
                changes.forEach(change -> desks.changed(workspace, change.conversation().value())));
    desk = desks.of(new AgentKey(scene.workspace, scene.amal));
  }

  /// The agent has this one from now on.
  void holds(ConversationId conversation) {
    synchronized (held) {
      held.add(conversation);
    }
    desk.agentChanged();
  }

  /// What the stream has told so far of a conversation.
  List<Line> told(ConversationId conversation) {
    synchronized (told) {
      return List.copyOf(told.getOrDefault(conversation, new TreeMap<>()).values());
    }
  }

  /// What the database says of it now.
  List<Line> truth(ConversationId conversation) {
    return scene.stored.last(scene.workspace, conversation, ConversationView.MESSAGES).stream()
        .map(
            message ->
                new Line(
                    message.seq(),
                    message.text(),
                    message.delivery() == null ? null : message.delivery().state()))
        .toList();
  }

  private String hear(Object frame) {
    synchronized (told) {
      ((Frame) frame).events().forEach(this::hear);
    }
    return "";
  }

  private void hear(DeskEvent event) {
    switch (event) {
      case DeskEvent.ConversationChanged(var view) -> {
        var lines = new TreeMap<Long, Line>();
        view.messages().forEach(message -> lines.put(message.seq(), line(message)));
        told.put(view.id(), lines);
      }
      case DeskEvent.MessageAdded(var id, var message) ->
          of(id).putIfAbsent(message.seq(), line(message));
      case DeskEvent.DeliveryChanged(var id, long seq, var delivery) ->
          of(id).computeIfPresent(seq, (_, old) -> new Line(seq, old.text(), delivery.state()));
      case DeskEvent.ConversationRemoved removed -> told.remove(removed.id());
      default -> {}
    }
  }

  private TreeMap<Long, Line> of(ConversationId id) {
    return told.computeIfAbsent(id, _ -> new TreeMap<>());
  }

  private static Line line(MessageView message) {
    var delivery = message.delivery();
    return new Line(message.seq(), message.text(), delivery == null ? null : delivery.state());
  }

  @Override
  public void close() {
    desks.end();
  }

  /// Reads the conversations that the agent holds from the database.
  private final class Source implements DeskSource {
    private static final PresenceView READY =
        new PresenceView(
            PresenceView.State.READY, null, null, PresenceView.WorkStatus.IDLE, SINCE, 0);
    private boolean begun;

    @Override
    public Everything everything() {
      if (begun) throw new IllegalStateException("nothing is compared here");
      begun = true;
      return new Everything(READY, null, null, List.of());
    }

    @Override
    public Part part(Marks marks, Collection<ConversationView> shown) {
      var known = new TreeSet<ConversationId>();
      shown.forEach(view -> known.add(view.id()));
      var all = new TreeSet<ConversationId>();
      synchronized (held) {
        all.addAll(held);
      }
      var fresh = new ArrayList<ConversationView>();
      for (var id : all)
        if (marks.stored().contains(id) || !known.contains(id)) fresh.add(view(id));
      return new Part(READY, null, null, all, fresh, Map.of());
    }

    private ConversationView view(ConversationId id) {
      var messages =
          scene.stored.last(scene.workspace, id, ConversationView.MESSAGES).stream()
              .map(this::view)
              .toList();
      return new ConversationView(
          id,
          1,
          new ContactSummary(new ContactId(-id.value()), null, 1, List.of(), null, SINCE),
          Named.of(1, "Orders"),
          ConversationView.State.ACTIVE,
          false,
          SINCE,
          SINCE,
          List.of(),
          messages.getLast().seq(),
          0,
          messages);
    }

    @Override
    public MessageView view(Message message) {
      var delivery = message.delivery();
      return new MessageView(
          message.seq(),
          message.id().toString(),
          message.interaction(),
          null,
          new MessageView.Author(message.author().kind(), null, null),
          message.text(),
          message.at(),
          null,
          delivery == null
              ? null
              : new DeliveryView(delivery.state(), delivery.failure(), delivery.changedAt()),
          List.of(),
          false,
          null,
          false);
    }
  }
}
