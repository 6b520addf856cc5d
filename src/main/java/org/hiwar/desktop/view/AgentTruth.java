package org.hiwar.desktop.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.Message;
import org.hiwar.desktop.desk.AgentKey;
import org.hiwar.desktop.desk.DeskSource;
import org.hiwar.desktop.wire.ConversationView;
import org.hiwar.desktop.wire.MessageView;
import org.hiwar.desktop.wire.PresenceView;
import org.hiwar.desktop.wire.PreviewView;
import org.hiwar.desktop.wire.SideCallView;
import org.hiwar.floor.Floors;
import org.hiwar.floor.core.AgentView;
import org.hiwar.floor.core.WorkState;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.Medium;
import org.jspecify.annotations.Nullable;

/// The truth of one agent's desk. Presence and held work come from the floor, as of its last
/// commit; everything about the conversations comes from the database, which is never behind the
/// floor.
final class AgentTruth implements DeskSource {
  private final AgentKey key;
  private final Database database;
  private final Floors floors;
  private final InteractionStore interactions;
  private final ConversationViews views;
  private final MessageViews messages;
  private final SideCallSource sideCalls;
  private final PreviewSource previews;

  /// What was held of each conversation when it was last read. Used by the desk's thread alone.
  private Map<ConversationId, Held> before = Map.of();

  AgentTruth(
      AgentKey key,
      Database database,
      Floors floors,
      InteractionStore interactions,
      ConversationViews views,
      MessageViews messages,
      SideCallSource sideCalls,
      PreviewSource previews) {
    this.key = key;
    this.database = database;
    this.floors = floors;
    this.interactions = interactions;
    this.views = views;
    this.messages = messages;
    this.sideCalls = sideCalls;
    this.previews = previews;
  }

  /// `held`: the interactions among what the agent holds. `agent` is null for a stranger.
  private record Standing(
      @Nullable AgentView agent, PresenceView presence, Map<InteractionId, WorkState> held) {}

  @Override
  public Everything everything() {
    var standing = standing();
    return inOneTransaction(
        () -> {
          var held = byConversation(standing.held(), List.of());
          var all = views.read(key.workspace(), held);
          before = held;
          return new Everything(standing.presence(), sideCall(), preview(standing.agent()), all);
        });
  }

  @Override
  public Part part(Set<ConversationId> dirty, Collection<ConversationView> shown) {
    var standing = standing();
    var held = byConversation(standing.held(), shown);
    var known = new HashSet<ConversationId>();
    shown.forEach(view -> known.add(view.id()));
    var wanted = new TreeMap<>(held);
    wanted
        .entrySet()
        .removeIf(
            e ->
                known.contains(e.getKey())
                    && !dirty.contains(e.getKey())
                    && e.getValue().equals(before.get(e.getKey())));
    var fresh =
        wanted.isEmpty()
            ? List.<ConversationView>of()
            : inOneTransaction(() -> views.read(key.workspace(), wanted));
    before = held;
    var preview = inOneTransaction(() -> Optional.ofNullable(preview(standing.agent())));
    return new Part(
        standing.presence(),
        sideCall(),
        preview.orElse(null),
        Set.copyOf(held.keySet()),
        fresh);
  }

  @Override
  public MessageView view(Message message) {
    return messages.of(key.workspace(), message);
  }

  private @Nullable SideCallView sideCall() {
    return sideCalls.of(key.workspace(), key.agent()).orElse(null);
  }

  private @Nullable PreviewView preview(@Nullable AgentView agent) {
    return agent == null ? null : previews.of(key.workspace(), agent).orElse(null);
  }

  private Standing standing() {
    var agent = floors.agent(key.workspace(), key.agent());
    if (agent.isEmpty()) {
      if (!floors.health(key.workspace()).available())
        throw new IllegalStateException("the floor is not available");
      return new Standing(null, PresenceViews.stranger(), Map.of());
    }
    var held = new HashMap<InteractionId, WorkState>();
    for (var row : agent.get().held())
      if (row.work().medium() != Medium.PREVIEW)
        held.put(new InteractionId(row.work().id().value()), row.state());
    return new Standing(agent.get(), PresenceViews.of(agent.get()), held);
  }

  private Map<ConversationId, Held> byConversation(
      Map<InteractionId, WorkState> held, Collection<ConversationView> shown) {
    var homes = new HashMap<InteractionId, ConversationId>();
    for (var view : shown) view.interactions().forEach(i -> homes.put(i.id(), view.id()));
    var grouped = new HashMap<ConversationId, Map<InteractionId, WorkState>>();
    for (var work : held.entrySet()) {
      var home = homes.computeIfAbsent(work.getKey(), this::home);
      grouped.computeIfAbsent(home, _ -> new HashMap<>()).put(work.getKey(), work.getValue());
    }
    var all = new HashMap<ConversationId, Held>();
    grouped.forEach((id, work) -> all.put(id, new Held(Map.copyOf(work))));
    return all;
  }

  private ConversationId home(InteractionId id) {
    return interactions
        .find(key.workspace(), id)
        .map(Interaction::conversation)
        .orElseThrow(
            () ->
                new IllegalStateException("the floor has work " + id + " that is no interaction"));
  }

  private interface Reading<T> {
    T read();
  }

  private <T> T inOneTransaction(Reading<T> reading) {
    return database.in(key.workspace().value(), _ -> reading.read());
  }
}
