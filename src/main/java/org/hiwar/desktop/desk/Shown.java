package org.hiwar.desktop.desk;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hiwar.conversation.ConversationId;
import org.hiwar.desktop.wire.ConversationView;
import org.hiwar.desktop.wire.DeskEvent;
import org.hiwar.desktop.wire.MessageView;
import org.hiwar.desktop.wire.PresenceView;
import org.hiwar.desktop.wire.PreviewView;
import org.hiwar.desktop.wire.SideCallView;
import org.jspecify.annotations.Nullable;

/// What the windows of a desk show after the events sent so far. Every change of it comes with the
/// smallest events that make the same change in a window. Used by the desk's thread alone.
final class Shown {
  private @Nullable PresenceView presence;
  private @Nullable SideCallView sideCall;
  private @Nullable PreviewView preview;
  private final TreeMap<ConversationId, ConversationView> conversations = new TreeMap<>();

  @Nullable PresenceView presence() {
    return presence;
  }

  @Nullable SideCallView sideCall() {
    return sideCall;
  }

  List<PreviewView> previews() {
    return preview == null ? List.of() : List.of(preview);
  }

  Collection<ConversationView> conversations() {
    return conversations.values();
  }

  /// What must be watched to hear of every change of what is shown: conversations, their
  /// interactions and contacts.
  Set<Long> keys() {
    var keys = new HashSet<Long>();
    conversations.values().forEach(view -> keys.addAll(keys(view)));
    return keys;
  }

  private static Set<Long> keys(ConversationView view) {
    var keys = new HashSet<>(Set.of(view.id().value(), view.contact().id().value()));
    view.interactions().forEach(i -> keys.add(i.id().value()));
    return keys;
  }

  @Nullable ConversationView view(ConversationId id) {
    return conversations.get(id);
  }

  boolean has(ConversationId id) {
    return conversations.containsKey(id);
  }

  /// The conversations in which something with one of these ids is shown.
  Set<ConversationId> with(Set<Long> changed) {
    var found = new HashSet<ConversationId>();
    if (changed.isEmpty()) return found;
    for (var view : conversations.values())
      if (!Collections.disjoint(keys(view), changed)) found.add(view.id());
    return found;
  }

  /// Every place at which something else is shown than there is, with what there is. Empty: all is
  /// shown as it is.
  Map<String, Optional<Object>> wrong(DeskSource.Everything truth) {
    var wrong = new TreeMap<String, Optional<Object>>();
    wrong.putAll(Difference.between("presence", presence, truth.presence()));
    wrong.putAll(Difference.between("sideCall", sideCall, truth.sideCall()));
    wrong.putAll(Difference.between("preview", preview, truth.preview()));
    var real = new TreeMap<ConversationId, ConversationView>();
    truth.conversations().forEach(view -> real.put(view.id(), view));
    var all = new TreeSet<>(conversations.keySet());
    all.addAll(real.keySet());
    for (var id : all)
      wrong.putAll(Difference.between("conversation " + id, conversations.get(id), real.get(id)));
    return wrong;
  }

  enum Fit {
    NEXT,
    KNOWN,
    GAP,
    ELSEWHERE
  }

  /// How a stored message fits to what is shown.
  Fit fit(ConversationId id, long seq) {
    var view = conversations.get(id);
    if (view == null) return Fit.ELSEWHERE;
    if (seq <= view.lastSeq()) return Fit.KNOWN;
    return seq == view.lastSeq() + 1 ? Fit.NEXT : Fit.GAP;
  }

  DeskEvent add(ConversationId id, MessageView message) {
    conversations.computeIfPresent(id, (_, view) -> view.with(message));
    return new DeskEvent.MessageAdded(id, message);
  }

  /// Notes that a conversation has been read up to `seq`. False when that is more than is shown
  /// here: then the truth has to be asked. What its agents read says nothing of what a guest has.
  boolean read(ConversationId id, long seq, List<DeskEvent> events) {
    var view = conversations.get(id);
    if (view == null || view.guest() || seq <= view.readSeq()) return true;
    if (seq > view.lastSeq()) return false;
    conversations.put(id, view.readTo(seq));
    events.add(new DeskEvent.ConversationRead(id, seq));
    return true;
  }

  List<DeskEvent> become(DeskSource.Everything all) {
    var held = new HashSet<ConversationId>();
    all.conversations().forEach(view -> held.add(view.id()));
    return become(
        new DeskSource.Part(
            all.presence(), all.sideCall(), all.preview(), held, all.conversations(), Map.of()));
  }

  List<DeskEvent> become(DeskSource.Part part) {
    var events = new ArrayList<DeskEvent>();
    if (!part.presence().equals(presence))
      events.add(new DeskEvent.PresenceChanged(part.presence()));
    presence = part.presence();
    if (!Objects.equals(part.sideCall(), sideCall))
      events.add(new DeskEvent.SideCallChanged(part.sideCall()));
    sideCall = part.sideCall();
    if (!Objects.equals(part.preview(), preview))
      events.add(new DeskEvent.PreviewChanged(part.preview()));
    preview = part.preview();
    for (var id : List.copyOf(conversations.keySet()))
      if (!part.held().contains(id)) {
        conversations.remove(id);
        events.add(new DeskEvent.ConversationRemoved(id, part.outs().get(id)));
      }
    for (var view : part.fresh())
      events.addAll(difference(conversations.put(view.id(), view), view));
    return events;
  }

  /// How messages stand that were shown before.
  private static ConversationView deliveries(
      ConversationView old, ConversationView now, List<DeskEvent> events) {
    var reached = old;
    var before = old.messages().stream().collect(toMap(MessageView::seq, message -> message));
    for (var message : now.messages()) {
      var shown = before.get(message.seq());
      var delivery = message.delivery();
      if (shown == null || delivery == null || delivery.equals(shown.delivery())) continue;
      reached = reached.with(message.seq(), delivery);
      events.add(new DeskEvent.DeliveryChanged(now.id(), message.seq(), delivery));
    }
    return reached;
  }

  /// Messages, deliveries and reading happen often and are small; for anything else the whole view
  /// is sent.
  private static List<DeskEvent> difference(@Nullable ConversationView old, ConversationView now) {
    if (old == null) return List.of(new DeskEvent.ConversationChanged(now));
    var events = new ArrayList<DeskEvent>();
    var reached = deliveries(old, now, events);
    for (var message : now.messages())
      if (message.seq() == reached.lastSeq() + 1) {
        reached = reached.with(message);
        events.add(new DeskEvent.MessageAdded(now.id(), message));
      }
    if (reached.readSeq() < now.readSeq()) {
      reached = reached.readTo(now.readSeq());
      events.add(new DeskEvent.ConversationRead(now.id(), now.readSeq()));
    }
    return reached.equals(now) ? events : List.of(new DeskEvent.ConversationChanged(now));
  }
}
