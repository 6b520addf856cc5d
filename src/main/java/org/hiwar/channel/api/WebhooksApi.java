package org.hiwar.channel.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Accounts;
import org.hiwar.channel.ChannelLimits;
import org.hiwar.channel.Channels;
import org.hiwar.channel.Inbox;
import org.hiwar.channel.Webhooks;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Workspaces;
import org.hiwar.workspace.access.ForEverybody;
import org.hiwar.workspace.limit.Limit;
import org.hiwar.workspace.limit.RateLimits;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where providers deliver what customers wrote. They prove themselves by the signature that their
/// channel checks; whoever cannot learns nothing: an account that is not there, one that is
/// switched off (S0-47) and a wrong signature look the same.
@RestController
@ForEverybody
class WebhooksApi {
  private static final int OK = 200;
  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final Workspaces workspaces;
  private final Accounts accounts;
  private final Channels channels;
  private final Inbox inbox;
  private final RateLimits limits;
  private final WebhookCounts counts;

  WebhooksApi(
      Workspaces workspaces,
      Accounts accounts,
      Channels channels,
      Inbox inbox,
      RateLimits limits,
      WebhookCounts counts) {
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.channels = channels;
    this.inbox = inbox;
    this.limits = limits;
    this.counts = counts;
  }

  private record Target(Account account, Webhooks channel) {}

  /// How some providers find out that the address is ours, before they deliver to it.
  @GetMapping("/api/webhooks/{workspace}/{account}")
  ResponseEntity<byte[]> challenge(
      @PathVariable String workspace, @PathVariable AccountId account, HttpServletRequest request)
      throws IOException {
    return handle(workspace, account, request);
  }

  /// Takes what a provider delivers, and answers when it is stored. The body is the provider's, at
  /// most 4 MiB.
  @PostMapping("/api/webhooks/{workspace}/{account}")
  ResponseEntity<byte[]> deliver(
      @PathVariable String workspace, @PathVariable AccountId account, HttpServletRequest request)
      throws IOException {
    return handle(workspace, account, request);
  }

  private ResponseEntity<byte[]> handle(String workspace, AccountId id, HttpServletRequest request)
      throws IOException {
    var target = target(workspace, id);
    if (target.isEmpty()) {
      counts.unknown();
      throw Refusal.notFound();
    }
    var account = target.get().account();
    requireRoom(account, request.getRemoteAddr());
    var body = request.getInputStream().readNBytes(ChannelLimits.WEBHOOK_BYTES + 1);
    if (body.length > ChannelLimits.WEBHOOK_BYTES)
      throw Refusal.tooLarge("too-large", "A webhook carries 4 MiB at most. Send less at once.");
    var answer = target.get().channel().handle(account, RequestReading.of(request, body), inbox);
    if (refused(answer)) {
      counts.refused(account);
      throw Refusal.notFound();
    }
    counts.answered(account, answer.status() < OK + 100);
    var entity = ResponseEntity.status(answer.status());
    if (!answer.contentType().isEmpty())
      entity.contentType(MediaType.parseMediaType(answer.contentType()));
    return entity.body(answer.body());
  }

  private Optional<Target> target(String slug, AccountId id) {
    return workspaces
        .find(slug)
        .flatMap(workspace -> accounts.find(workspace.id(), id))
        .filter(Account::enabled)
        .flatMap(account -> webhooks(account).map(channel -> new Target(account, channel)));
  }

  private Optional<Webhooks> webhooks(Account account) {
    return channels
        .find(account.channel())
        .filter(Webhooks.class::isInstance)
        .map(Webhooks.class::cast);
  }

  /// By the address too, so that a stranger's flood does not use up what the provider may.
  private void requireRoom(Account account, String from) {
    var wait = limits.take(Limit.WEBHOOKS_OF_ACCOUNT, account.id() + " " + from);
    if (wait.isZero()) return;
    counts.tooMany(account);
    throw Refusal.tooMany(
        "too-many-requests",
        "More webhooks come for this account than are taken in. Send them again later.",
        wait);
  }

  private static boolean refused(Webhooks.Answer answer) {
    return answer.status() == UNAUTHORISED
        || answer.status() == FORBIDDEN
        || answer.status() == NOT_FOUND;
  }
}
