package org.hiwar.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hiwar.conversation.Messages;
import org.hiwar.platform.web.Slot;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Tells every widget that the line is alive and whether messages can be stored: regularly, and at
/// once when that changes. Ends sockets that are dead. Not all widgets at the same moment: each has
/// its slot in the round.
@Component
class HeartbeatJob implements SmartLifecycle {
  private static final int SLOTS = 50;
  private static final Logger LOG = LoggerFactory.getLogger(HeartbeatJob.class);

  private final ChatHandler handler;
  private final Visitors visitors;
  private final Messages messages;
  private final Map<WorkspaceId, Boolean> told = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("chat-heartbeat").factory());
  private volatile boolean running;
  private long step;

  HeartbeatJob(ChatHandler handler, Visitors visitors, Messages messages) {
    this.handler = handler;
    this.visitors = visitors;
    this.messages = messages;
  }

  @Override
  public void start() {
    running = true;
    long pause = ChatLimits.HEARTBEAT.toMillis() / SLOTS;
    timer.scheduleAtFixedRate(this::slot, pause, pause, TimeUnit.MILLISECONDS);
  }

  private void slot() {
    try {
      var slot = Slot.at(step++, SLOTS);
      for (var workspace : visitors.workspaces()) {
        boolean healthy = messages.healthy(workspace);
        boolean news = !Boolean.valueOf(healthy).equals(told.put(workspace, healthy));
        var heartbeat = new Happened.Said(new ToVisitor.Heartbeat(healthy));
        if (news) visitors.tellAll(workspace, heartbeat);
        else visitors.tellSome(workspace, slot, heartbeat);
      }
      for (var socket : handler.sockets()) if (slot.has(socket)) socket.beat(System.nanoTime());
    } catch (RuntimeException e) {
      LOG.error("A round of heartbeats failed", e);
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
