package org.hiwar.desktop.view;

import java.util.List;
import org.hiwar.conversation.Participant;
import org.hiwar.desktop.wire.Named;
import org.hiwar.desktop.wire.ParticipantView;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Who was in an interaction beside the agent who had it, as it is shown.
final class ParticipantViews {
  private ParticipantViews() {}

  static List<ParticipantView> of(
      WorkspaceId workspace, List<Participant> participants, Catalogs catalogs) {
    return participants.stream().map(one -> of(workspace, one, catalogs)).toList();
  }

  private static ParticipantView of(WorkspaceId workspace, Participant one, Catalogs catalogs) {
    var host = one.host();
    return new ParticipantView(
        named(workspace, one.agent(), catalogs),
        host == null ? null : named(workspace, host, catalogs),
        one.note(),
        one.since(),
        one.until(),
        one.joinedAt(),
        one.leftAt(),
        one.why());
  }

  static Named named(WorkspaceId workspace, UserId user, Catalogs catalogs) {
    return Named.of(user, catalogs.name(workspace, user));
  }

  /// Null for nobody, and for `self`.
  static @Nullable Named other(
      WorkspaceId workspace, @Nullable UserId user, UserId self, Catalogs catalogs) {
    return user == null || user.equals(self) ? null : named(workspace, user, catalogs);
  }
}
