package org.hiwar.desktop.live;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.hiwar.desktop.desk.AgentKey;
import org.hiwar.desktop.desk.Attendance;
import org.hiwar.desktop.desk.Desk;
import org.hiwar.desktop.desk.DeskLimits;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.desk.Outbox;
import org.hiwar.platform.web.Slot;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.SessionId;
import org.jspecify.annotations.Nullable;

/// Every open window of this process, from the moment its socket is there until it is closed: which
/// desk it shows, and by which log-in.
public final class Windows {
  private final Desks desks;
  private final Attendance attendance;
  private final Map<String, Open> open = new ConcurrentHashMap<>();

  public Windows(Desks desks, Attendance attendance) {
    this.desks = desks;
    this.attendance = attendance;
  }

  /// `id` names the connection.
  record Open(
      String id,
      CurrentUser user,
      Desk desk,
      Desk.Window window,
      AtomicLong heardAt,
      AtomicLong typedAt) {
    AgentKey agent() {
      return new AgentKey(user.workspace(), user.user());
    }
  }

  /// `desk` and `after` as the window knows them; null when it knows nothing.
  void open(
      String id, CurrentUser user, Outbox.Wire wire, @Nullable String desk, @Nullable Long after) {
    var key = new AgentKey(user.workspace(), user.user());
    var outbox = new Outbox(wire, "window-" + id);
    var found = desks.of(key);
    var window = new Desk.Window(outbox, user.session().value());
    open.put(
        id,
        new Open(
            id,
            user,
            found,
            window,
            new AtomicLong(System.nanoTime()),
            new AtomicLong(System.nanoTime() - DeskLimits.TYPING.toNanos())));
    found.open(window, desk, after);
    attendance.opened(key, id);
  }

  void closed(String id) {
    var gone = open.remove(id);
    if (gone == null) return;
    gone.window().outbox().close(Outbox.Reason.BROKEN);
    gone.desk().close(gone.window());
    attendance.closed(gone.agent(), id, false);
  }

  /// Closes the windows of a log-in that has been ended. Its agent has left, unless another window
  /// is open.
  public void revoke(SessionId session) {
    for (var window : List.copyOf(open.values()))
      if (window.user().session().equals(session) && open.remove(window.id(), window)) {
        window.window().outbox().close(Outbox.Reason.REVOKED);
        window.desk().close(window.window());
        attendance.closed(window.agent(), window.id(), true);
      }
  }

  /// What a user is told about himself has changed: his windows read the snapshot again, by sockets
  /// that know what he may do now.
  public void readAgain(AgentKey agent) {
    for (var window : open.values())
      if (window.agent().equals(agent)) window.window().outbox().send(Desk.RESYNC);
  }

  /// Says something to one window alone, if it is still there.
  void send(String id, String text) {
    var window = open.get(id);
    if (window != null) window.window().outbox().send(text);
  }

  /// A sign of life.
  void heard(String id) {
    var window = open.get(id);
    if (window != null) window.heardAt().set(System.nanoTime());
  }

  /// Whether a notice of typing may be passed on now.
  boolean mayType(String id) {
    var window = open.get(id);
    if (window == null) return false;
    long now = System.nanoTime();
    long last = window.typedAt().get();
    return now - last >= DeskLimits.TYPING.toNanos() && window.typedAt().compareAndSet(last, now);
  }

  /// Asks the windows whose turn it is for a sign of life, and closes those of which nothing has
  /// been heard.
  void ping(Slot slot) {
    long now = System.nanoTime();
    for (var window : open.values())
      if (!slot.has(window)) continue;
      else if (now - window.heardAt().get() > DeskLimits.SILENCE.toNanos()) drop(window);
      else window.window().outbox().ping();
  }

  private void drop(Open window) {
    window.window().outbox().close(Outbox.Reason.SILENT);
    closed(window.id());
  }

  /// One user per log-in that has a window open.
  List<CurrentUser> users() {
    return open.values().stream().map(Open::user).distinct().toList();
  }

  public int count() {
    return open.size();
  }
}
