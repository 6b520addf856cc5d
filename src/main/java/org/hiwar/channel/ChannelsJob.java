package org.hiwar.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hiwar.conversation.Departures;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.workspace.ServicePromise;
import org.hiwar.workspace.ServicePromiseStore;
import org.hiwar.workspace.Workspace;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Has inbox and outbox look at what a former process has left, and ends what nobody has written in
/// for too long.
@Component
class ChannelsJob implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelsJob.class);
  private static final Duration EVERY = Duration.ofSeconds(30);

  private final Workspaces workspaces;
  private final InboxReader inbox;
  private final Outbox outbox;
  private final InteractionStore interactions;
  private final ServicePromiseStore promises;
  private final ObjectProvider<Departures> departures;
  private final Clock clock;
  private final Set<WorkspaceId> looked = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("channels").factory());
  private volatile boolean running;

  /// The floor stands behind `departures`, and above this package: it is asked for when it is
  /// needed.
  ChannelsJob(
      Workspaces workspaces,
      InboxReader inbox,
      Outbox outbox,
      InteractionStore interactions,
      ServicePromiseStore promises,
      ObjectProvider<Departures> departures,
      Clock clock) {
    this.workspaces = workspaces;
    this.inbox = inbox;
    this.outbox = outbox;
    this.interactions = interactions;
    this.promises = promises;
    this.departures = departures;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    timer.scheduleWithFixedDelay(this::round, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  private void round() {
    try {
      for (var workspace : workspaces.all().stream().map(Workspace::id).toList()) {
        if (looked.add(workspace)) {
          inbox.look(workspace);
          outbox.look(workspace);
        }
        endSilences(workspace);
      }
    } catch (RuntimeException e) {
      LOG.warn("The channels could not be looked after: {}", e.toString());
    }
  }

  /// Decision 17: a text conversation ends by itself, after the time of its service; a mail never
  /// does.
  void endSilences(WorkspaceId workspace) {
    var now = clock.instant();
    var all = promises.all(workspace);
    var shortest =
        all.values().stream()
            .map(ServicePromise::silence)
            .min(Comparator.naturalOrder())
            .orElse(ServicePromise.NONE.silence());
    for (var silence : interactions.silencesByAccount(workspace, now.minus(shortest))) {
      var own = all.getOrDefault(silence.service(), ServicePromise.NONE).silence();
      if (silence.since().isAfter(now.minus(own))) continue;
      var unused = departures.getObject().leave(workspace, silence.interaction(), EndedBy.SYSTEM);
    }
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
