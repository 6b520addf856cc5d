package org.hiwar.messenger.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.hiwar.channel.Account;
import org.hiwar.channel.Line;
import org.hiwar.messenger.Answered;
import org.jspecify.annotations.Nullable;

/// Tells Telegram where to deliver, until it knows.
final class TelegramLine implements Line {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final TelegramGateway gateway;
  private final Clock clock;
  private final Thread worker;
  private volatile Standing standing;

  TelegramLine(TelegramGateway gateway, Account account, String url, Clock clock) {
    this.gateway = gateway;
    this.clock = clock;
    this.standing = new Standing(false, clock.instant(), "connecting");
    this.worker =
        Thread.ofVirtual().name("telegram-" + account.id()).start(() -> register(account, url));
  }

  private void register(Account account, String url) {
    for (var pause = FIRST; ; pause = longer(pause)) {
      var answered = gateway.setWebhook(account, url);
      if (answered instanceof Answered.Answer answer && answer.success()) {
        stand(true, null);
        return;
      }
      stand(false, TelegramGateway.failure(answered).code());
      try {
        Thread.sleep(pause);
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
  }

  private void stand(boolean up, @Nullable String code) {
    Instant since = standing.up() == up ? standing.since() : clock.instant();
    standing = new Standing(up, since, code);
  }

  @Override
  public Standing standing() {
    return standing;
  }

  @Override
  public void close() {
    worker.interrupt();
    try {
      worker.join(CLOSING);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
