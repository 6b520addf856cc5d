package org.hiwar.chat;

import java.util.List;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceUse;
import org.hiwar.workspace.ServiceUses;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Chats of web pages whose chats or calls are a service's.
@Component
class ChatEntryUses implements ServiceUses {
  private final ChatEntryStore entries;

  ChatEntryUses(ChatEntryStore entries) {
    this.entries = entries;
  }

  @Override
  public List<ServiceUse> of(WorkspaceId workspace, ServiceId service) {
    return entries.all(workspace).stream()
        .filter(one -> one.service().equals(service) || service.equals(one.calls()))
        .map(one -> new ServiceUse(ServiceUse.Kind.CHAT, one.name()))
        .toList();
  }
}
