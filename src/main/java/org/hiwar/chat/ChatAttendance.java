package org.hiwar.chat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Whether somebody is there for the chats of a service. The floor stands behind it, and the hours
/// of the service.
@FunctionalInterface
public interface ChatAttendance {
  /// @param inHours the service is open now; one without hours always is
  /// @param attended one of its agents is at a desk, ready or not; never outside its hours
  /// @param opens when it opens again; null while it is open, and when that is not within a year
  /// @param zone of its hours
  record Now(boolean inHours, boolean attended, @Nullable Instant opens, ZoneId zone) {
    /// Open at all hours, and somebody is there.
    public static final Now ATTENDED = new Now(true, true, null, ZoneOffset.UTC);
  }

  /// Asked by every page that opens, so it answers from what it knows.
  Now of(WorkspaceId workspace, ServiceId service);
}
