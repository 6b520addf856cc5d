package org.hiwar.channel.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Accounts;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Deliveries;
import org.hiwar.conversation.FailedDelivery;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Messages to customers that did not go out, for whoever looks after the accounts: without what
/// was written.
@RestController
@RequestMapping("/api/failed-deliveries")
@Requires(Privilege.MANAGE_CHANNELS)
class FailedDeliveriesApi {
  private final Deliveries deliveries;
  private final Accounts accounts;
  private final AuditLog audit;

  FailedDeliveriesApi(Deliveries deliveries, Accounts accounts, AuditLog audit) {
    this.deliveries = deliveries;
    this.accounts = accounts;
    this.audit = audit;
  }

  /// @param name and `channel` of the account, empty when it is not known any more
  /// @param failure as the screens translate it
  /// @param detail what the other side said, for experts; empty: nothing
  record FailedDeliveryView(
      ConversationId conversation,
      long seq,
      AccountId account,
      String name,
      String channel,
      String recipient,
      String failure,
      String detail,
      int tries,
      Instant changedAt) {}

  /// The last ones first.
  @GetMapping
  List<FailedDeliveryView> list(CurrentUser user) {
    return deliveries.failed(user.workspace()).stream()
        .map(one -> view(user.workspace(), one))
        .toList();
  }

  /// Tries it again.
  @PostMapping("/{conversation}/{seq}/again")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void again(CurrentUser user, @PathVariable ConversationId conversation, @PathVariable long seq) {
    if (!deliveries.again(user.workspace(), conversation, seq)) throw Refusal.notFound();
    audit.record(
        user.workspace(),
        user.user(),
        "delivery.tried-again",
        conversation.toString(),
        Map.of("seq", seq));
  }

  private FailedDeliveryView view(WorkspaceId workspace, FailedDelivery failed) {
    var id = new AccountId(failed.account());
    var account = accounts.find(workspace, id);
    return new FailedDeliveryView(
        failed.conversation(),
        failed.seq(),
        id,
        account.map(one -> one.name()).orElse(""),
        account.map(one -> one.channel()).orElse(""),
        failed.recipient(),
        failed.failure(),
        failed.detail(),
        failed.tries(),
        failed.changedAt());
  }
}
