package org.hiwar.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hiwar.conversation.Messages;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Tells every widget that the line is alive and whether messages can be stored: regularly, and at
/// once when that changes. Ends sockets that are dead.
@Component
class HeartbeatJob implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(HeartbeatJob.class);

  private final ChatHandler handler;
  private final Visitors visitors;
  private final Messages messages;
  private final Map<WorkspaceId, Boolean> told = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("chat-heartbeat").factory());
  private volatile boolean running;
  private long rounds;

  HeartbeatJob(ChatHandler handler, Visitors visitors, Messages messages) {
    this.handler = handler;
    this.visitors = visitors;
    this.messages = messages;
  }

  @Override
  public void start() {
    running = true;
    timer.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
  }

  private void round() {
    try {
      boolean everybody = ++rounds % ChatLimits.HEARTBEAT.toSeconds() == 0;
      for (var workspace : visitors.workspaces()) {
        boolean healthy = messages.healthy(workspace);
        boolean news = !Boolean.valueOf(healthy).equals(told.put(workspace, healthy));
        if (everybody || news)
          visitors.tellAll(workspace, new Happened.Said(new ToVisitor.Heartbeat(healthy)));
      }
      if (everybody) handler.sockets().forEach(socket -> socket.beat(System.nanoTime()));
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
