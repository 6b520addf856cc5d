package org.hiwar.voice.line;

import java.util.List;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceUse;
import org.hiwar.workspace.ServiceUses;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Numbers that lead to services, and what services do with calls.
@Component
class NumberUses implements ServiceUses {
  private final PhoneNumberStore numbers;
  private final ServiceVoiceStore voices;

  NumberUses(PhoneNumberStore numbers, ServiceVoiceStore voices) {
    this.numbers = numbers;
    this.voices = voices;
  }

  @Override
  public List<ServiceUse> of(WorkspaceId workspace, ServiceId service) {
    return numbers.all(workspace).stream()
        .filter(one -> one.service().equals(service))
        .map(one -> new ServiceUse(ServiceUse.Kind.NUMBER, one.number().toString()))
        .toList();
  }

  @Override
  public void forget(WorkspaceId workspace, ServiceId service) {
    voices.remove(workspace, service);
  }
}
