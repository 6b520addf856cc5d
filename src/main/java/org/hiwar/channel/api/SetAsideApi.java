package org.hiwar.channel.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Accounts;
import org.hiwar.channel.InboxReader;
import org.hiwar.channel.InboxStore;
import org.hiwar.channel.LedgerStore;
import org.hiwar.channel.SetAside;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What came in and could not be used: kept until somebody has looked at it, and read again when
/// whatever was in the way is mended.
@RestController
@RequestMapping("/api/set-aside")
@Requires(Privilege.MANAGE_CHANNELS)
class SetAsideApi {
  private static final int PAGE = 100;

  private final Database database;
  private final LedgerStore ledger;
  private final InboxStore inbox;
  private final InboxReader reader;
  private final Accounts accounts;
  private final AuditLog audit;

  SetAsideApi(
      Database database,
      LedgerStore ledger,
      InboxStore inbox,
      InboxReader reader,
      Accounts accounts,
      AuditLog audit) {
    this.database = database;
    this.ledger = ledger;
    this.inbox = inbox;
    this.reader = reader;
    this.accounts = accounts;
    this.audit = audit;
  }

  /// @param next the cursor of the next page; null on the last
  record SetAsidePage(List<SetAsideView> items, @Nullable String next) {}

  /// @param name and `channel` of the account, empty when it is not known any more
  /// @param externalId the provider's name for it
  /// @param reason as the screens translate it
  /// @param detail what exactly, for experts; empty: nothing
  /// @param bytes of the item as it came
  record SetAsideView(
      ItemId id,
      AccountId account,
      String name,
      String channel,
      String externalId,
      Instant receivedAt,
      String reason,
      String detail,
      long bytes) {}

  /// The last ones first.
  @GetMapping
  SetAsidePage list(CurrentUser user, @RequestParam(defaultValue = "") String cursor) {
    var found = ledger.aside(user.workspace(), before(cursor), PAGE + 1);
    var page = found.subList(0, Math.min(PAGE, found.size()));
    return new SetAsidePage(
        page.stream().map(item -> view(user.workspace(), item)).toList(),
        found.size() > PAGE ? Long.toString(page.getLast().id()) : null);
  }

  private static @Nullable Long before(String cursor) {
    try {
      return cursor.isEmpty() ? null : Long.valueOf(cursor);
    } catch (NumberFormatException _) {
      throw Refusal.invalid(
          "cursor-invalid", "This is no cursor of a page. Begin with the first page.");
    }
  }

  /// Reads it again.
  @PostMapping("/{item}/again")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void again(CurrentUser user, @PathVariable ItemId item) {
    database.in(
        user.workspace().value(),
        _ -> {
          var before = ledger.aside(user.workspace(), item.value()).orElseThrow(Refusal::notFound);
          if (!inbox.again(user.workspace(), item.value())) throw Refusal.notFound();
          audit.record(
              user.workspace(),
              user.user(),
              "set-aside.read-again",
              item.toString(),
              Map.of("account", before.account().toString(), "reason", before.reason()));
          return item;
        });
    reader.look(user.workspace());
  }

  private SetAsideView view(WorkspaceId workspace, SetAside item) {
    var account = accounts.find(workspace, item.account());
    return new SetAsideView(
        new ItemId(item.id()),
        item.account(),
        account.map(one -> one.name()).orElse(""),
        account.map(one -> one.channel()).orElse(""),
        item.externalId(),
        item.receivedAt(),
        item.reason(),
        item.detail(),
        item.bytes());
  }
}
