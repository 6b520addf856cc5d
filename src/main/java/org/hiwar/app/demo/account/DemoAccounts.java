package org.hiwar.app.demo.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountStore;
import org.hiwar.platform.web.Listening;
import org.hiwar.workspace.Workspaces;
import org.springframework.stereotype.Component;

/// The accounts of the demo workspace that lead to the demonstration, and to no real provider.
/// There are none where others than this machine can reach the server: nobody plays the other side
/// there.
@Component
public class DemoAccounts {
  private static final String WORKSPACE = "demo";

  private final Workspaces workspaces;
  private final AccountStore accounts;
  private final Listening listening;

  DemoAccounts(Workspaces workspaces, AccountStore accounts, Listening listening) {
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.listening = listening;
  }

  /// Those on a channel with one of these addresses; an administrator may have added others.
  public List<Account> of(String channel, Collection<String> addresses) {
    if (listening.exposed()) return List.of();
    return workspaces.find(WORKSPACE).stream()
        .flatMap(workspace -> accounts.all(workspace.id()).stream())
        .filter(account -> account.channel().equals(channel))
        .filter(account -> addresses.contains(account.address()))
        .toList();
  }

  /// Says where the other side is at this start.
  ///
  /// @param settings that are to be others from now on
  public void lead(Account account, Map<String, String> settings) {
    var all = new HashMap<>(account.settings());
    all.putAll(settings);
    accounts.change(
        new Account(
            account.workspace(),
            account.id(),
            account.channel(),
            account.name(),
            account.address(),
            account.service(),
            account.language(),
            all,
            account.enabled(),
            account.version()));
  }
}
