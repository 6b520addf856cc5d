package org.hiwar.voice.call;

import java.util.Optional;
import org.hiwar.voice.sip.DialString;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Numbers of ours that a customer can be told to call.
public interface GivenNumbers {
  /// The one whose calls are in this language, if there is one, else one for any language; empty
  /// when the workspace has none that the whole world can dial.
  ///
  /// @param language a tag as `ar`; null: not known
  Optional<Given> numberFor(WorkspaceId workspace, @Nullable String language);

  /// @param number with `+`
  /// @param service whose work its calls are
  record Given(DialString number, ServiceId service) {}
}
