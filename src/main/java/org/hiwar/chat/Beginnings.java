package org.hiwar.chat;

import org.hiwar.workspace.limit.Limit;
import org.hiwar.workspace.limit.RateLimits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Whether a visitor's message may begin a chat, and as what.
@Component
class Beginnings {
  private final ChatEntryStore entries;
  private final ChatLeftStore left;
  private final ObjectProvider<ChatAttendance> attendance;
  private final RateLimits limits;

  /// The floor stands behind `attendance`, and above this package: it is asked for when it is
  /// needed.
  Beginnings(
      ChatEntryStore entries,
      ChatLeftStore left,
      ObjectProvider<ChatAttendance> attendance,
      RateLimits limits) {
    this.entries = entries;
    this.left = left;
    this.attendance = attendance;
    this.limits = limits;
  }

  sealed interface Beginning {
    /// @param entry as it is now: the socket may be older than what an administrator has said since
    /// @param left the visitor does not stay for an answer
    record With(ChatEntry entry, boolean left) implements Beginning {}

    /// @param retry later it may begin one
    record Not(String code, boolean retry) implements Beginning {}
  }

  /// Outside the hours of the service every message is left, also from a page that does not know
  /// that they are over.
  Beginning begin(ChatSocket socket, Visitors.Key key, boolean leaves) {
    if (!mayBegin(socket, key)) return new Beginning.Not("too-many-chats", true);
    var opened = socket.opened;
    var entry = entries.find(opened.workspace(), opened.entry().id()).orElse(null);
    if (entry == null) return new Beginning.Not("entry-closed", false);
    boolean isLeft =
        leaves || !attendance.getObject().of(key.workspace(), entry.service()).inHours();
    if (isLeft) left.left(key.workspace(), key.visitor());
    else left.stays(key.workspace(), key.visitor());
    return new Beginning.With(entry, isLeft);
  }

  private boolean mayBegin(ChatSocket socket, Visitors.Key key) {
    return limits.take(Limit.CHATS_OF_VISITOR, key.workspace() + " " + key.visitor()).isZero()
        && limits.take(Limit.CHATS_FROM_ADDRESS, socket.address()).isZero();
  }
}
