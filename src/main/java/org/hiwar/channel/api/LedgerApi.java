package org.hiwar.channel.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Accounts;
import org.hiwar.channel.LedgerLine;
import org.hiwar.channel.LedgerStore;
import org.hiwar.channel.LedgerWatch;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What came in and what became of it, per account and minute.
@RestController
@RequestMapping("/api/ledger")
@Requires(Privilege.MANAGE_CHANNELS)
class LedgerApi {
  private static final Duration LONGEST =
      Duration.ofHours(25); // a day, also when the clocks change
  private static final Duration USUAL = Duration.ofHours(1);

  private final LedgerStore ledger;
  private final LedgerWatch watch;
  private final Accounts accounts;
  private final Clock clock;

  LedgerApi(LedgerStore ledger, LedgerWatch watch, Accounts accounts, Clock clock) {
    this.ledger = ledger;
    this.watch = watch;
    this.accounts = accounts;
    this.clock = clock;
  }

  /// @param missing items of which nobody knows what became of them; 0: it balances
  /// @param stuckSince since when an item waits that should have been read; null: none
  /// @param lines in the order of time
  record LedgerView(long missing, @Nullable Instant stuckSince, List<LedgerLineView> lines) {}

  /// @param name and `channel` of the account, empty when it is not known any more
  /// @param nothing understood, and nothing follows from it; by reason
  /// @param aside set aside; by reason
  /// @param missing 0: the line balances
  record LedgerLineView(
      AccountId account,
      String name,
      String channel,
      Instant minute,
      long accepted,
      long shown,
      long queued,
      long missed,
      long waiting,
      long news,
      Map<String, Long> nothing,
      Map<String, Long> aside,
      long missing) {}

  /// Without `to`: until now. Without `from`: an hour.
  @GetMapping
  LedgerView read(
      CurrentUser user,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    var end = to == null ? clock.instant() : to;
    var begin = from == null ? end.minus(USUAL) : from;
    if (!begin.isBefore(end) || Duration.between(begin, end).compareTo(LONGEST) > 0)
      throw Refusal.invalid(
          "ledger-period-invalid", "A ledger is read for a day at most. Choose a shorter time.");
    var lines = ledger.lines(user.workspace(), begin, end);
    var verdict = watch.verdict(user.workspace(), lines);
    return new LedgerView(
        verdict.missing(),
        verdict.stuck(),
        lines.stream().map(line -> view(user.workspace(), line)).toList());
  }

  private LedgerLineView view(WorkspaceId workspace, LedgerLine line) {
    var account = accounts.find(workspace, line.account());
    return new LedgerLineView(
        line.account(),
        account.map(one -> one.name()).orElse(""),
        account.map(one -> one.channel()).orElse(""),
        line.minute(),
        line.accepted(),
        line.shown(),
        line.queued(),
        line.missed(),
        line.waiting(),
        line.news(),
        new TreeMap<>(line.nothing()),
        new TreeMap<>(line.aside()),
        line.missing());
  }
}
