package org.hiwar.email;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.jspecify.annotations.Nullable;

/// The access tokens of accounts that log in by OAuth 2: in memory alone, asked for some time
/// before the last one expires, one request for an account at a time.
final class AccessTokens {
  private final TokenEndpoint endpoint;
  private final Replaced replaced;
  private final Clock clock;
  private final Map<AccountId, Slot> slots = new ConcurrentHashMap<>();

  /// Told when an endpoint has given another refresh token, which counts from now on.
  @FunctionalInterface
  interface Replaced {
    void by(Account account, String refreshToken);
  }

  AccessTokens(TokenEndpoint endpoint, Replaced replaced, Clock clock) {
    this.endpoint = endpoint;
    this.replaced = replaced;
    this.clock = clock;
  }

  String of(Account account) throws LogInFailed {
    return slot(account).token(account, "", false);
  }

  /// Another one than that which was refused.
  String insteadOf(Account account, String refused) throws LogInFailed {
    return slot(account).token(account, refused, false);
  }

  /// A new one, to see whether the endpoint gives one.
  void renew(Account account) throws LogInFailed {
    slot(account).token(account, "", true);
  }

  private Slot slot(Account account) {
    return slots.computeIfAbsent(account.id(), _ -> new Slot());
  }

  /// Of one account.
  private final class Slot {
    /// As it was set, and as it counts since its refresh token was replaced.
    private @Nullable Grant set;
    private @Nullable Grant current;
    private String token = "";
    private Instant until = Instant.MIN;

    synchronized String token(Account account, String refused, boolean anew) throws LogInFailed {
      var asked = Grant.of(account);
      if (!asked.equals(set) && !asked.equals(current)) {
        set = asked;
        current = asked;
        token = "";
      }
      boolean good = !token.isEmpty() && !token.equals(refused) && clock.instant().isBefore(until);
      if (anew || !good) ask(account, current == null ? asked : current);
      return token;
    }

    private void ask(Account account, Grant grant) throws LogInFailed {
      token = "";
      var issued = endpoint.ask(grant);
      token = issued.accessToken();
      until = clock.instant().plus(issued.life()).minus(before(issued.life()));
      if (issued.refreshToken().equals(grant.refreshToken())) return;
      current = grant.with(issued.refreshToken());
      replaced.by(account, issued.refreshToken());
    }

    private static Duration before(Duration life) {
      var part = life.dividedBy(5);
      return part.compareTo(EmailLimits.TOKEN_BEFORE) < 0 ? part : EmailLimits.TOKEN_BEFORE;
    }
  }
}
