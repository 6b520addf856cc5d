package org.hiwar.template;

import java.util.Optional;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// By which numbers customers call; telephony knows.
public interface ServiceNumbers {
  /// With `+`; empty: there is none that the whole world can dial.
  ///
  /// @param service null: not known, then any number of the workspace
  /// @param language a tag as `ar`, in which the calls should be taken
  Optional<String> numberOf(WorkspaceId workspace, @Nullable ServiceId service, String language);
}
