package org.hiwar.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hiwar.conversation.Arrival;
import org.hiwar.conversation.ArrivalListener;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.Messages;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.Workspace;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Ends chats whose customer is gone: waiting ones when no page of the customer is open any more,
/// accepted ones when nobody has written for too long, of which the customer is warned at half of
/// it. Who has left a message may go: it waits.
///
/// What is open is read from the database every time, so nothing is forgotten over a restart; only
/// since when a customer's page is gone counts anew, to the customer's advantage. Workspaces in
/// which nothing is open are not looked at until a chat arrives.
@Component
class AbsenceJob implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(AbsenceJob.class);
  private static final int TRIES = 1;

  private final Workspaces workspaces;
  private final ServiceStore services;
  private final InteractionStore interactions;
  private final Visitors visitors;
  private final ChatLeftStore left;
  private final ChatEnds ends;
  private final Clock clock;
  private final Set<WorkspaceId> watched = ConcurrentHashMap.newKeySet();
  /// For the chats that waited when they were looked at last, and whose customer was gone then.
  private final Map<WorkspaceId, Map<InteractionId, Instant>> goneSince = new HashMap<>();
  /// The silences of which the customer was warned, and since when they last.
  private final Map<InteractionId, Instant> warned = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("chat-absence").factory());
  private volatile boolean running;
  private boolean looked;

  AbsenceJob(
      Workspaces workspaces,
      ServiceStore services,
      InteractionStore interactions,
      Visitors visitors,
      ChatLeftStore left,
      ChatEnds ends,
      Clock clock,
      Messages messages) {
    this.workspaces = workspaces;
    this.services = services;
    this.interactions = interactions;
    this.visitors = visitors;
    this.left = left;
    this.ends = ends;
    this.clock = clock;
    messages.listen((ArrivalListener) (workspace, _) -> watched.add(workspace));
  }

  @Override
  public void start() {
    running = true;
    timer.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
  }

  private void round() {
    try {
      if (!looked) workspaces.all().stream().map(Workspace::id).forEach(watched::add);
      looked = true;
      for (var workspace : List.copyOf(watched)) look(workspace);
    } catch (RuntimeException e) {
      LOG.warn("Absent customers could not be looked for: {}", e.getClass().getSimpleName());
    }
  }

  /// Taken off the list first: what arrives while we look puts it back.
  private void look(WorkspaceId workspace) {
    watched.remove(workspace);
    boolean open = true;
    try {
      var byId =
          services.all(workspace).stream()
              .collect(Collectors.toMap(Service::id, service -> service));
      var waiting = interactions.waiting(workspace).stream().filter(AbsenceJob::isOurs).toList();
      var silences = interactions.silences(workspace, Medium.CHAT, Chats.CHANNEL);
      var before = goneSince.getOrDefault(workspace, Map.of());
      var now = new HashMap<InteractionId, Instant>();
      var gone =
          waiting.stream().filter(one -> !visitors.isPresent(workspace, one.party())).toList();
      var free = gone.isEmpty() ? Set.<String>of() : left.all(workspace);
      for (var arrival : gone)
        if (!free.contains(arrival.party()))
          now.put(
              arrival.interaction(), before.getOrDefault(arrival.interaction(), clock.instant()));
      goneSince.put(workspace, now);
      for (var arrival : waiting)
        waits(workspace, arrival, now.get(arrival.interaction()), byId.get(arrival.service()));
      for (var silence : silences) silent(workspace, silence, byId.get(silence.service()));
      open = !waiting.isEmpty() || !silences.isEmpty();
    } finally {
      if (open) watched.add(workspace);
    }
  }

  private static boolean isOurs(Arrival arrival) {
    return arrival.medium() == Medium.CHAT && arrival.channel().equals(Chats.CHANNEL);
  }

  /// `gone` is null while a page of the customer is open.
  private void waits(
      WorkspaceId workspace, Arrival arrival, @Nullable Instant gone, @Nullable Service service) {
    if (gone != null && service != null && isOver(gone, service.abandonAfter()))
      ends.leave(workspace, arrival.interaction(), EndedBy.CUSTOMER, TRIES);
  }

  private void silent(
      WorkspaceId workspace, InteractionStore.Silence silence, @Nullable Service service) {
    if (service == null) return;
    if (isOver(silence.since(), service.inactivity())) {
      warned.remove(silence.interaction());
      ends.leave(workspace, silence.interaction(), EndedBy.SYSTEM, TRIES);
    } else if (isOver(silence.since(), service.inactivity().dividedBy(2))
        && !silence.since().equals(warned.put(silence.interaction(), silence.since())))
      visitors.grewQuiet(
          workspace, silence.interaction(), silence.since().plus(service.inactivity()));
  }

  private boolean isOver(Instant since, Duration limit) {
    return Duration.between(since, clock.instant()).compareTo(limit) >= 0;
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
