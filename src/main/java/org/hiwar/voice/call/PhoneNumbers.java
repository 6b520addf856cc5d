package org.hiwar.voice.call;

import java.util.Optional;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Where a call goes that comes in.
public interface PhoneNumbers {
  /// Empty when nobody is to be reached by this number: it is told that there is no such number.
  ///
  /// @param called as the trunk wrote it, with or without the country's code
  Optional<Destination> destination(TrunkId trunk, DialString called);

  /// @param language a tag as `ar`; null: any agent will do
  record Destination(WorkspaceId workspace, ServiceId service, @Nullable String language) {}
}
