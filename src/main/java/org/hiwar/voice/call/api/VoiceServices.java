package org.hiwar.voice.call.api;

import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.WorkspaceId;

/// Which services are for calls.
final class VoiceServices {
  private VoiceServices() {}

  static boolean has(ServiceStore services, WorkspaceId workspace, ServiceId service) {
    return services.find(workspace, service).filter(s -> s.medium() == Medium.VOICE).isPresent();
  }
}
