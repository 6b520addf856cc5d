package org.hiwar.channel.api;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hiwar.channel.Account;
import org.hiwar.channel.Channel;
import org.hiwar.channel.Finding;
import org.hiwar.platform.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Has a channel try an account, with an end to the waiting whatever the channel does.
@Component
class AccountTrial {
  private static final Logger LOG = LoggerFactory.getLogger(AccountTrial.class);

  /// Shorter than browsers wait for an answer.
  private static final Duration PATIENCE = Duration.ofSeconds(14);
  /// Trials at the same time, of all workspaces: each opens connections.
  private static final int AT_ONCE = 4;

  private final Semaphore places = new Semaphore(AT_ONCE);

  List<Finding> of(Channel channel, Account account) {
    if (!places.tryAcquire())
      throw Refusal.unavailable(
          "account-trial-busy", "An account cannot be tried just now. Try again in some seconds.");
    var trial = new FutureTask<>(() -> channel.test(account));
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                trial.run();
              } finally {
                places.release();
              }
            });
    return found(trial, account);
  }

  private static List<Finding> found(FutureTask<List<Finding>> trial, Account account) {
    try {
      return trial.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      trial.cancel(true);
      return List.of(Finding.bad("no-answer", ""));
    } catch (ExecutionException e) {
      LOG.warn("The trial of {} failed", account, e.getCause());
      return List.of(Finding.bad("failed", ""));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      trial.cancel(true);
      return List.of(Finding.bad("failed", ""));
    }
  }
}
