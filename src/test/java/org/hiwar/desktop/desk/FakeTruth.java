package org.hiwar.desktop.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Message;
import org.hiwar.desktop.wire.ConversationView;
import org.hiwar.desktop.wire.DeskEvent.ConversationRemoved.Why;
import org.hiwar.desktop.wire.MessageView;
import org.hiwar.desktop.wire.PresenceView;
import org.hiwar.desktop.wire.PreviewView;
import org.hiwar.desktop.wire.SideCallView;
import org.jspecify.annotations.Nullable;

/// A truth in memory that can be made to fail.
final class FakeTruth implements DeskSource {
  private PresenceView presence = Views.READY;
  private final Map<ConversationId, ConversationView> conversations = new TreeMap<>();
  private @Nullable SideCallView sideCall;
  private @Nullable PreviewView preview;
  private boolean away;
  private boolean restless;
  private int reads;
  private final Map<ConversationId, Why> outs = new HashMap<>();

  synchronized void put(ConversationView view) {
    conversations.put(view.id(), view);
  }

  synchronized void remove(long id) {
    conversations.remove(new ConversationId(id));
  }

  /// The agent was a guest in it.
  synchronized void remove(long id, Why why) {
    remove(id);
    outs.put(new ConversationId(id), why);
  }

  synchronized void presence(PresenceView now) {
    presence = now;
  }

  synchronized void preview(@Nullable PreviewView now) {
    preview = now;
  }

  synchronized void sideCall(@Nullable SideCallView now) {
    sideCall = now;
  }

  synchronized void away(boolean now) {
    away = now;
  }

  /// Something else at every look.
  synchronized void restless() {
    restless = true;
  }

  synchronized int reads() {
    return reads;
  }

  @Override
  public synchronized Everything everything() {
    check();
    if (restless) presence = Views.worked(reads);
    return new Everything(presence, sideCall, preview, List.copyOf(conversations.values()));
  }

  @Override
  public synchronized Part part(Marks marks, Collection<ConversationView> shown) {
    check();
    var known = new HashMap<ConversationId, ConversationView>();
    shown.forEach(view -> known.put(view.id(), view));
    var fresh = new ArrayList<ConversationView>();
    for (var view : conversations.values())
      if (marks.stored().contains(view.id()) || !known.containsKey(view.id())) fresh.add(view);
    var left = new HashMap<>(outs);
    left.keySet().retainAll(known.keySet());
    left.keySet().removeAll(conversations.keySet());
    return new Part(presence, sideCall, preview, Set.copyOf(conversations.keySet()), fresh, left);
  }

  @Override
  public MessageView view(Message message) {
    return Views.message(message.conversation().value(), message.seq());
  }

  private void check() {
    reads++;
    if (away) throw new IllegalStateException("the database is away");
  }
}
