package org.hiwar.channel;

import java.util.List;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceUse;
import org.hiwar.workspace.ServiceUses;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Accounts whose messages are a service's.
@Component
class AccountUses implements ServiceUses {
  private final AccountStore accounts;

  AccountUses(AccountStore accounts) {
    this.accounts = accounts;
  }

  @Override
  public List<ServiceUse> of(WorkspaceId workspace, ServiceId service) {
    return accounts.all(workspace).stream()
        .filter(one -> one.service().equals(service))
        .map(one -> new ServiceUse(ServiceUse.Kind.ACCOUNT, one.name()))
        .toList();
  }
}
