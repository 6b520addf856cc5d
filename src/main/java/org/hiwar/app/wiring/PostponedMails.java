package org.hiwar.app.wiring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hiwar.conversation.AuthorKind;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.MessageListener;
import org.hiwar.conversation.PostponementStore;
import org.hiwar.floor.FloorListener;
import org.hiwar.floor.Floors;
import org.hiwar.floor.core.Command;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.WorkId;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Brings a postponed mail back when its customer writes: at once, as far as it was postponed since
/// the floor was read; what that misses is found in the database a few seconds later.
final class PostponedMails implements FloorListener, MessageListener, SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(PostponedMails.class);
  private static final int EVERY_SECONDS = 5;

  private final Floors floors;
  private final PostponementStore postponements;
  private final Workspaces workspaces;
  private final Map<WorkspaceId, Set<WorkId>> postponed = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("postponed-mails").factory());
  private volatile boolean running;

  PostponedMails(Floors floors, PostponementStore postponements, Workspaces workspaces) {
    this.floors = floors;
    this.postponements = postponements;
    this.workspaces = workspaces;
  }

  @Override
  public void committed(WorkspaceId workspace, long batch, List<Event> events) {
    for (var event : events)
      switch (event) {
        case Event.WorkPostponed e -> of(workspace).add(e.work());
        case Event.WorkCameBack e -> of(workspace).remove(e.work());
        case Event.WorkTaken e -> of(workspace).remove(e.work());
        case Event.WorkEnded e -> {
          var known = postponed.get(workspace);
          if (known != null) known.remove(e.work());
        }
        case Event.WorkEvent _, Event.AgentEvent _ -> {}
      }
  }

  private Set<WorkId> of(WorkspaceId workspace) {
    return postponed.computeIfAbsent(workspace, _ -> ConcurrentHashMap.newKeySet());
  }

  @Override
  public void stored(WorkspaceId workspace, List<Message> messages) {
    var known = postponed.get(workspace);
    if (known == null || known.isEmpty()) return;
    for (var message : messages) {
      var work = new WorkId(message.interaction().value());
      if (message.author().kind() == AuthorKind.CUSTOMER && known.contains(work))
        wake(workspace, work);
    }
  }

  private void wake(WorkspaceId workspace, WorkId work) {
    var unused = floors.submit(workspace, new Command.Wake(work), "");
  }

  @Override
  public void start() {
    running = true;
    timer.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void round() {
    try {
      for (var workspace : workspaces.all())
        for (var interaction : postponements.heardOf(workspace.id()))
          wake(workspace.id(), new WorkId(interaction.value()));
    } catch (RuntimeException e) {
      LOG.warn("Postponed mails were not looked through: {}", e.getClass().getSimpleName());
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
