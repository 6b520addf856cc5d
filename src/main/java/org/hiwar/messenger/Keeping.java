package org.hiwar.messenger;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hiwar.channel.Account;
import org.hiwar.channel.Inbox;
import org.hiwar.channel.Webhooks.Answer;

/// Puts what a provider delivered into the inbox, and answers when it is there.
public final class Keeping {
  private static final int STORED = 200;
  private static final int AGAIN = 503;

  private Keeping() {}

  /// 200 when it is stored, now or before; otherwise 503, so that the provider comes again.
  public static Answer keep(Inbox inbox, Account account, String externalId, byte[] body) {
    try {
      var kept = inbox.keep(account, externalId, body);
      return switch (kept.get(MessengerLimits.STORE.toMillis(), TimeUnit.MILLISECONDS)) {
        case STORED, KNOWN -> Answer.status(STORED);
      };
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Answer.status(AGAIN);
    } catch (ExecutionException | TimeoutException _) {
      return Answer.status(AGAIN);
    }
  }
}
