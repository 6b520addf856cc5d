package org.hiwar.desktop.view;

import org.hiwar.channel.AccountId;
import org.hiwar.channel.Accounts;
import org.hiwar.desktop.wire.AccountName;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Accounts as they are shown.
public final class AccountNames {
  private final Accounts accounts;

  public AccountNames(Accounts accounts) {
    this.accounts = accounts;
  }

  /// Null for what no account carries.
  @Nullable AccountName of(WorkspaceId workspace, @Nullable Long account) {
    if (account == null) return null;
    return accounts
        .find(workspace, new AccountId(account))
        .map(one -> new AccountName(one.id().toString(), one.name(), one.address()))
        .orElse(null);
  }
}
