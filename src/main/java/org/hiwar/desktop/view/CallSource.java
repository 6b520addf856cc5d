package org.hiwar.desktop.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hiwar.conversation.InteractionId;
import org.hiwar.desktop.wire.CallView;
import org.hiwar.desktop.wire.PastConsultationView;
import org.hiwar.desktop.wire.RecordingView;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// What telephony says of interactions that are calls.
public interface CallSource {
  /// Empty when it is no call.
  Optional<CallView> call(WorkspaceId workspace, InteractionId interaction);

  /// Of those of them that are calls.
  Map<InteractionId, Past> past(WorkspaceId workspace, Collection<InteractionId> interactions);

  /// @param talkSeconds null when nobody talked
  /// @param result null when it was simply talked and ended, or goes on
  record Past(
      List<RecordingView> recordings,
      @Nullable Integer talkSeconds,
      List<PastConsultationView> consultations,
      CallView.@Nullable Result result) {
    static final Past NOTHING = new Past(List.of(), null, List.of(), null);

    public Past {
      recordings = List.copyOf(recordings);
      consultations = List.copyOf(consultations);
    }
  }
}
