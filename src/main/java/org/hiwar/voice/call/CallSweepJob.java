package org.hiwar.voice.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hiwar.conversation.Calls;
import org.hiwar.conversation.Direction;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Workspace;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Ends what a process that was killed has left behind: calls without an end, and interactions that
/// wait or are held although nobody is on the line. The same now and then while we run, for an end
/// that the floor or the database could not hear.
public final class CallSweepJob implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(CallSweepJob.class);
  private static final Duration EVERY = Duration.ofSeconds(15);

  /// A call that is younger may be on its way to being a call.
  private static final Duration YOUNG = Duration.ofMinutes(2);

  private static final Set<String> CHANNELS = Set.of(Calls.CHANNEL, Calls.WEB_CHANNEL);

  private final CallOffice office;
  private final LiveCalls calls;
  private final InteractionStore interactions;
  private final Workspaces workspaces;
  private final Instant began;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("call-sweep").factory());
  private volatile boolean running;
  private boolean recovered;

  public CallSweepJob(
      CallOffice office, LiveCalls calls, InteractionStore interactions, Workspaces workspaces) {
    this.office = office;
    this.calls = calls;
    this.interactions = interactions;
    this.workspaces = workspaces;
    began = office.clock().instant();
  }

  @Override
  public void start() {
    running = true;
    timer.scheduleWithFixedDelay(this::round, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  private void round() {
    try {
      if (!recovered) recover();
      recovered = true;
      var now = office.clock().instant();
      sweep(List.copyOf(calls.touched()), now.minus(YOUNG));
    } catch (RuntimeException e) {
      LOG.warn("Calls that nobody is on could not be looked for: {}", e.toString());
    }
  }

  private void recover() {
    var all = workspaces.all().stream().map(Workspace::id).toList();
    for (var workspace : all) {
      int lost = office.details().endLost(workspace, began, office.clock().instant());
      office.consultations().endLost(workspace, began, office.clock().instant());
      office.internalCalls().endLost(workspace, began, office.clock().instant());
      if (lost > 0) LOG.warn("{} calls were cut off by the last end of Hiwar", lost);
    }
    sweep(all, began);
  }

  /// @param before what arrived later is left alone
  private void sweep(Collection<WorkspaceId> where, Instant before) {
    for (var workspace : where)
      for (var interaction : interactions.open(workspace))
        if (isLost(workspace, interaction, before))
          FloorNotice.over(
              office.departures().get(), new CallKey(workspace, interaction.id()), EndedBy.SYSTEM);
  }

  /// A call that nobody was given yet and that we make is the concern of [Calls].
  private boolean isLost(WorkspaceId workspace, Interaction interaction, Instant before) {
    return interaction.medium() == Medium.VOICE
        && CHANNELS.contains(interaction.channel())
        && interaction.live()
        && interaction.arrivedAt().isBefore(before)
        && (interaction.direction() == Direction.INBOUND || interaction.agent() != null)
        && calls.find(workspace, interaction.id()).isEmpty();
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
