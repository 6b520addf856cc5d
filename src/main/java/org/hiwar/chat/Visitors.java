package org.hiwar.chat;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.conversation.Arrival;
import org.hiwar.conversation.ArrivalListener;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.FilesListener;
import org.hiwar.conversation.InteractionChange;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionListener;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageListener;
import org.hiwar.conversation.RewordingListener;
import org.hiwar.platform.web.Slot;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The visitors who have a widget open, and which chats they are to hear of. Passes on what was
/// committed; never blocks.
@Component
public class Visitors
    implements ArrivalListener,
        MessageListener,
        RewordingListener,
        InteractionListener,
        FilesListener {
  private final Map<Key, Present> present = new ConcurrentHashMap<>();
  private final Map<ConversationId, Present> byConversation = new ConcurrentHashMap<>();
  private final Map<InteractionId, Present> byInteraction = new ConcurrentHashMap<>();

  /// One visitor of one workspace.
  record Key(WorkspaceId workspace, String visitor) {}

  /// A visitor with at least one socket. Its bindings change only inside `present.compute`.
  private record Present(
      Key key,
      List<ChatSocket> sockets,
      Set<ConversationId> conversations,
      Set<InteractionId> interactions) {
    static Present of(Key key) {
      return new Present(
          key,
          new CopyOnWriteArrayList<>(),
          ConcurrentHashMap.newKeySet(),
          ConcurrentHashMap.newKeySet());
    }

    void tell(Happened event) {
      for (var socket : sockets) socket.tell(event);
    }
  }

  /// From now on the socket hears of chats that its visitor begins. False when the visitor has too
  /// many already.
  boolean enter(Key key, ChatSocket socket) {
    var there =
        present.compute(
            key,
            (k, old) -> {
              var now = old == null ? Present.of(k) : old;
              if (now.sockets().size() < ChatLimits.TABS) now.sockets().add(socket);
              return now;
            });
    return there.sockets().contains(socket);
  }

  /// From now on the visitor hears of this chat.
  void follow(Key key, ConversationId conversation, InteractionId interaction) {
    present.computeIfPresent(
        key,
        (_, there) -> {
          there.conversations().add(conversation);
          there.interactions().add(interaction);
          byConversation.put(conversation, there);
          byInteraction.put(interaction, there);
          return there;
        });
  }

  void leave(Key key, ChatSocket socket) {
    present.computeIfPresent(
        key,
        (_, there) -> {
          there.sockets().remove(socket);
          if (!there.sockets().isEmpty()) return there;
          there.conversations().forEach(conversation -> byConversation.remove(conversation, there));
          there.interactions().forEach(interaction -> byInteraction.remove(interaction, there));
          return null;
        });
  }

  boolean isPresent(WorkspaceId workspace, String visitor) {
    return present.containsKey(new Key(workspace, visitor));
  }

  /// A call is told in its own words.
  @Override
  public void arrived(WorkspaceId workspace, Arrival arrival) {
    if (!arrival.channel().equals(Chats.CHANNEL)) return;
    var key = new Key(workspace, arrival.party());
    follow(key, arrival.conversation(), arrival.interaction());
    tell(present.get(key), workspace, new Happened.Came(arrival));
  }

  @Override
  public void stored(WorkspaceId workspace, List<Message> messages) {
    for (var message : messages)
      if (!message.internal())
        tell(byConversation.get(message.conversation()), workspace, new Happened.Wrote(message));
  }

  @Override
  public void reworded(WorkspaceId workspace, Message message) {
    if (!message.internal())
      tell(byConversation.get(message.conversation()), workspace, new Happened.Changed(message));
  }

  @Override
  public void filesChanged(WorkspaceId workspace, ConversationId conversation) {
    tell(byConversation.get(conversation), workspace, new Happened.FilesCame(conversation));
  }

  @Override
  public void changed(WorkspaceId workspace, List<InteractionChange> changes) {
    for (var change : changes)
      tell(byInteraction.get(change.interaction()), workspace, new Happened.Moved(change));
  }

  /// The agent is writing just now; the desk says so again while it lasts.
  public void agentTypes(WorkspaceId workspace, ConversationId conversation) {
    tell(byConversation.get(conversation), workspace, new Happened.AgentTypes());
  }

  /// An agent has read up to message `seq`.
  public void agentRead(WorkspaceId workspace, ConversationId conversation, long seq) {
    tell(byConversation.get(conversation), workspace, new Happened.AgentRead(conversation, seq));
  }

  /// Nobody writes: the chat ends at this moment if that lasts.
  void grewQuiet(WorkspaceId workspace, InteractionId interaction, Instant until) {
    tell(byInteraction.get(interaction), workspace, new Happened.GrewQuiet(interaction, until));
  }

  void tell(Key key, Happened event) {
    tell(present.get(key), key.workspace(), event);
  }

  private static void tell(@Nullable Present visitor, WorkspaceId workspace, Happened event) {
    if (visitor != null && visitor.key().workspace().equals(workspace)) visitor.tell(event);
  }

  /// All sockets of a workspace's visitors; for the few things that concern everybody.
  Collection<WorkspaceId> workspaces() {
    return present.keySet().stream().map(Key::workspace).distinct().toList();
  }

  void tellAll(WorkspaceId workspace, Happened event) {
    for (var visitor : present.values()) tell(visitor, workspace, event);
  }

  /// Those whose turn it is.
  void tellSome(WorkspaceId workspace, Slot slot, Happened event) {
    for (var visitor : present.values()) if (slot.has(visitor)) tell(visitor, workspace, event);
  }
}
