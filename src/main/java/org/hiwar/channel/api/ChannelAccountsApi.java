package org.hiwar.channel.api;

import java.util.List;
import java.util.Map;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.AccountStore;
import org.hiwar.channel.Channel;
import org.hiwar.channel.ChannelLimits;
import org.hiwar.channel.Channels;
import org.hiwar.channel.Finding;
import org.hiwar.channel.Lines;
import org.hiwar.platform.Ids;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The accounts of channels, for administrators. A secret goes in and never comes out.
@RestController
@RequestMapping("/api/channel-accounts")
@Requires(Privilege.MANAGE_CHANNELS)
class ChannelAccountsApi {
  private final Database database;
  private final AccountStore accounts;
  private final Channels channels;
  private final Lines lines;
  private final AccountRules rules;
  private final AccountTrial trial;
  private final AuditLog audit;
  private final Ids ids;

  ChannelAccountsApi(
      Database database,
      AccountStore accounts,
      Channels channels,
      Lines lines,
      AccountRules rules,
      AccountTrial trial,
      AuditLog audit,
      Ids ids) {
    this.database = database;
    this.accounts = accounts;
    this.channels = channels;
    this.lines = lines;
    this.rules = rules;
    this.trial = trial;
    this.audit = audit;
    this.ids = ids;
  }

  /// @param channel its kind, for good
  record NewAccount(String channel, AccountWish account) {}

  /// @param version of the account that was looked at
  record AccountChange(long version, AccountWish account) {}

  /// @param works when nothing is wrong
  record TrialReport(boolean works, List<Finding> findings) {}

  @GetMapping
  List<AccountView> list(CurrentUser user) {
    return accounts.all(user.workspace()).stream().map(this::view).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  AccountView create(CurrentUser user, @RequestBody NewAccount wish) {
    var channel =
        channels
            .find(wish.channel())
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        "channel-unknown", "There is no such channel. Choose another one."));
    var place = new AccountRules.Place(user.workspace(), new AccountId(ids.next()), 1);
    var account = rules.account(channel, place, wish.account(), Map.of());
    database.in(
        user.workspace().value(),
        _ -> {
          if (accounts.all(user.workspace()).size() >= ChannelLimits.ACCOUNTS)
            throw Refusal.conflict(
                "accounts-too-many",
                "There are " + ChannelLimits.ACCOUNTS + " accounts. Remove one first.");
          if (!accounts.add(account)) throw addressTaken();
          record(user, "channel-account.created", account);
          return account;
        });
    return view(account);
  }

  @PutMapping("/{account}")
  AccountView change(
      CurrentUser user, @PathVariable AccountId account, @RequestBody AccountChange wish) {
    var before = find(user, account);
    if (before.version() != wish.version()) throw changed();
    var place = new AccountRules.Place(user.workspace(), account, before.version());
    var after = rules.account(channel(before), place, wish.account(), before.settings());
    database.in(
        user.workspace().value(),
        _ -> {
          if (isTaken(after)) throw addressTaken();
          if (!accounts.change(after)) throw changed();
          record(user, "channel-account.changed", after);
          return after;
        });
    return view(find(user, account));
  }

  @DeleteMapping("/{account}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(CurrentUser user, @PathVariable AccountId account) {
    var before = find(user, account);
    database.in(
        user.workspace().value(),
        _ -> {
          if (!accounts.remove(user.workspace(), account)) throw Refusal.notFound();
          record(user, "channel-account.removed", before);
          return account;
        });
  }

  /// Tries it now, with what is stored, and says in codes what is right and wrong. Takes up to some
  /// seconds.
  @PostMapping("/{account}/test")
  TrialReport test(CurrentUser user, @PathVariable AccountId account) {
    var stored = find(user, account);
    var findings = trial.of(channel(stored), stored);
    return new TrialReport(findings.stream().allMatch(Finding::good), findings);
  }

  private Account find(CurrentUser user, AccountId account) {
    return accounts.present(user.workspace(), account).orElseThrow(Refusal::notFound);
  }

  private Channel channel(Account account) {
    return channels
        .find(account.channel())
        .orElseThrow(
            () ->
                Refusal.conflict(
                    "channel-unknown",
                    "This version has no such channel. Remove the account, or use the version that"
                        + " has it."));
  }

  private boolean isTaken(Account wanted) {
    return accounts.all(wanted.workspace()).stream()
        .anyMatch(
            other ->
                !other.id().equals(wanted.id())
                    && other.channel().equals(wanted.channel())
                    && other.address().equals(wanted.address()));
  }

  private AccountView view(Account account) {
    return AccountView.of(account, channels.find(account.channel()), lines.standing(account.id()));
  }

  private static Refusal addressTaken() {
    return Refusal.conflict(
        "account-address-taken",
        "Another account of this channel has this address. Change that one, or use another"
            + " address.");
  }

  private static Refusal changed() {
    return Refusal.conflict(
        "changed",
        "Somebody else has changed this in the meantime. Look at it again, then repeat your"
            + " change.");
  }

  private void record(CurrentUser by, String what, Account account) {
    audit.record(
        by.workspace(),
        by.user(),
        what,
        account.id().toString(),
        Map.of(
            "channel", account.channel(),
            "name", account.name(),
            "address", account.address(),
            "service", account.service().toString(),
            "enabled", account.enabled()));
  }
}
