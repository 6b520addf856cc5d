package org.hiwar.desktop.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Direction;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.Message;
import org.hiwar.desktop.desk.AgentKey;
import org.hiwar.desktop.desk.DeskSource;
import org.hiwar.desktop.desk.Marks;
import org.hiwar.desktop.wire.ConversationView;
import org.hiwar.desktop.wire.DeskEvent.ConversationRemoved;
import org.hiwar.desktop.wire.MessageView;
import org.hiwar.desktop.wire.PresenceView;
import org.hiwar.desktop.wire.PreviewView;
import org.hiwar.desktop.wire.SideCallView;
import org.hiwar.floor.Floors;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.Guest;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.core.WorkRow;
import org.hiwar.floor.core.WorkState;
import org.hiwar.workspace.Medium;
import org.jspecify.annotations.Nullable;

/// The truth of one agent's desk. Presence and held work come from the floor, as of its last
/// commit; everything about the conversations comes from the database, which is never behind the
/// floor.
final class AgentTruth implements DeskSource {
  private final AgentKey key;
  private final Floors floors;
  private final InteractionStore interactions;
  private final ConversationViews views;
  private final MessageViews messages;
  private final SideCallSource sideCalls;
  private final PreviewSource previews;
  private final ReadingTurns turns;

  /// What was held of each conversation when it was last shown, and what the database knew of it.
  /// Used by the desk's thread alone.
  private Map<ConversationId, Held> before = Map.of();

  private final Map<ConversationId, ConversationRows> known = new HashMap<>();

  AgentTruth(
      AgentKey key,
      Floors floors,
      InteractionStore interactions,
      ConversationViews views,
      MessageViews messages,
      SideCallSource sideCalls,
      PreviewSource previews,
      ReadingTurns turns) {
    this.key = key;
    this.floors = floors;
    this.interactions = interactions;
    this.views = views;
    this.messages = messages;
    this.sideCalls = sideCalls;
    this.previews = previews;
    this.turns = turns;
  }

  /// @param agent null: a stranger
  /// @param held by conversation
  private record Standing(
      @Nullable AgentView agent, PresenceView presence, Map<ConversationId, Held> held) {}

  @Override
  public Everything everything() {
    known.clear();
    var standing = standing();
    var held = standing.held();
    read(held.keySet());
    var all = new TreeSet<>(held.keySet()).stream().map(id -> view(id, held, null)).toList();
    before = Map.of(); // whoever asked may only compare, and not show it
    return new Everything(standing.presence(), sideCall(), preview(standing.agent()), all);
  }

  @Override
  public Part part(Marks marks, Collection<ConversationView> shown) {
    var standing = standing();
    var held = standing.held();
    var views = new HashMap<ConversationId, ConversationView>();
    shown.forEach(view -> views.put(view.id(), view));
    known.keySet().retainAll(held.keySet());
    var stirred = new HashSet<>(marks.live());
    marks.given().forEach(given -> note(given, stirred));
    read(unread(held, marks.stored()));
    var fresh = new TreeSet<>(held.keySet());
    fresh.removeIf(
        id ->
            views.containsKey(id)
                && !marks.stored().contains(id)
                && !stirred.contains(id)
                && Objects.equals(held.get(id), before.get(id)));
    var now = fresh.stream().map(id -> view(id, held, views.get(id))).toList();
    before = held;
    return new Part(
        standing.presence(),
        sideCall(),
        preview(standing.agent()),
        Set.copyOf(held.keySet()),
        now,
        outs(shown, held.keySet()));
  }

  /// Read only where a guest is out: seldom.
  private Map<ConversationId, ConversationRemoved.Why> outs(
      Collection<ConversationView> shown, Set<ConversationId> held) {
    var left = new HashSet<ConversationId>();
    for (var view : shown) if (view.guest() && !held.contains(view.id())) left.add(view.id());
    if (left.isEmpty()) return Map.of();
    var outs = new HashMap<ConversationId, ConversationRemoved.Why>();
    for (var rows : turns.read(() -> views.read(key.workspace(), left))) {
      var why = rows.whyOut(key.agent());
      if (why != null) outs.put(rows.id(), why);
    }
    return outs;
  }

  private void note(Marks.Given given, Set<ConversationId> stirred) {
    known.replaceAll(
        (id, rows) -> {
          var newer = rows.with(given);
          if (newer != rows) stirred.add(id);
          return newer;
        });
  }

  /// Those of which the database may know something that we do not.
  private Set<ConversationId> unread(Map<ConversationId, Held> held, Set<ConversationId> changed) {
    var unread = new HashSet<ConversationId>();
    held.forEach(
        (id, what) -> {
          var rows = known.get(id);
          if (rows == null
              || changed.contains(id)
              || !what.interactions().stream().allMatch(rows::has)) unread.add(id);
        });
    return unread;
  }

  private void read(Set<ConversationId> wanted) {
    if (wanted.isEmpty()) return;
    turns
        .read(() -> views.read(key.workspace(), wanted))
        .forEach(rows -> known.put(rows.id(), rows));
  }

  private ConversationView view(
      ConversationId id, Map<ConversationId, Held> held, @Nullable ConversationView shown) {
    var rows = known.get(id);
    var what = held.get(id);
    if (rows == null || what == null)
      throw new IllegalStateException("the floor has work in " + id + " that is no conversation");
    return views.view(key.workspace(), key.agent(), rows, what, shown);
  }

  @Override
  public MessageView view(Message message) {
    return messages.of(key.workspace(), message);
  }

  private @Nullable SideCallView sideCall() {
    return sideCalls.of(key.workspace(), key.agent()).orElse(null);
  }

  private @Nullable PreviewView preview(@Nullable AgentView agent) {
    if (agent == null || agent.held().stream().noneMatch(this::mayBeOfRecord)) return null;
    return turns.read(() -> previews.of(key.workspace(), agent)).orElse(null);
  }

  /// A record, or a call that an agent began and that may be of one: what came in from a customer
  /// is of none, and need not be asked for.
  private boolean mayBeOfRecord(WorkRow row) {
    return switch (row.work().medium()) {
      case PREVIEW -> true;
      case VOICE -> !cameIn(new InteractionId(row.work().id().value()));
      case CHAT, EMAIL, TASK -> false;
    };
  }

  private boolean cameIn(InteractionId id) {
    return known.values().stream()
        .flatMap(rows -> rows.interactions().stream())
        .anyMatch(i -> i.id().equals(id) && i.direction() == Direction.INBOUND);
  }

  private Standing standing() {
    var agent = floors.agent(key.workspace(), key.agent());
    if (agent.isEmpty()) {
      if (!floors.health(key.workspace()).available())
        throw new IllegalStateException("the floor is not available");
      return new Standing(null, PresenceViews.stranger(), Map.of());
    }
    return new Standing(agent.get(), PresenceViews.of(agent.get()), byConversation(agent.get()));
  }

  private Map<ConversationId, Held> byConversation(AgentView agent) {
    var work = new HashMap<ConversationId, Map<InteractionId, WorkState>>();
    for (var row : agent.held())
      if (row.work().medium() != Medium.PREVIEW)
        put(work, home(row.work().id(), row.work().conversation()), row.work().id(), row.state());
    var visits = new HashMap<ConversationId, Map<InteractionId, Guest>>();
    for (var visit : agent.visits())
      put(visits, home(visit.work(), visit.conversation()), visit.work(), visit.guest());
    var all = new HashMap<ConversationId, Held>();
    work.forEach((id, its) -> all.put(id, new Held(its, visits.getOrDefault(id, Map.of()))));
    visits.forEach((id, its) -> all.computeIfAbsent(id, _ -> new Held(Map.of(), its)));
    return all;
  }

  private static <T> void put(
      Map<ConversationId, Map<InteractionId, T>> all, ConversationId id, WorkId work, T what) {
    all.computeIfAbsent(id, _ -> new HashMap<>()).put(new InteractionId(work.value()), what);
  }

  /// The floor knows it, but of work that came before floors did.
  private ConversationId home(WorkId work, long conversation) {
    if (conversation != 0) return new ConversationId(conversation);
    var id = new InteractionId(work.value());
    return interactions
        .find(key.workspace(), id)
        .map(Interaction::conversation)
        .orElseThrow(
            () ->
                new IllegalStateException("the floor has work " + id + " that is no interaction"));
  }
}
