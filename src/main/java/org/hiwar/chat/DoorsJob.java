package org.hiwar.chat;

import java.util.HashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Tells widgets that are open when the hours of their service begin and when they are over. Each
/// is told once how it stands, and then every change.
@Component
class DoorsJob implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DoorsJob.class);

  private final ChatHandler handler;
  private final ObjectProvider<ChatAttendance> attendance;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("chat-doors").factory());
  private volatile boolean running;

  private record Asked(WorkspaceId workspace, ServiceId service) {}

  /// The floor stands behind `attendance`, and above this package.
  DoorsJob(ChatHandler handler, ObjectProvider<ChatAttendance> attendance) {
    this.handler = handler;
    this.attendance = attendance;
  }

  @Override
  public void start() {
    running = true;
    timer.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
  }

  private void round() {
    try {
      var known = new HashMap<Asked, Boolean>();
      for (var socket : handler.sockets()) {
        if (!socket.isWelcomed()) continue;
        var opened = socket.opened;
        var asked = new Asked(opened.workspace(), opened.entry().service());
        socket.doors(
            known.computeIfAbsent(
                asked, one -> attendance.getObject().of(one.workspace(), one.service()).inHours()));
      }
    } catch (RuntimeException e) {
      LOG.warn("Hours could not be looked at: {}", e.getClass().getSimpleName());
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
