package org.hiwar.voice.sip.jain;

import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.sip.header.AuthorizationHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hiwar.voice.sip.PhoneAccount;
import org.hiwar.voice.sip.PhoneDirectory;
import org.hiwar.voice.sip.SipCount;
import org.hiwar.voice.sip.SipSettings;
import org.hiwar.voice.sip.digest.Algorithm;
import org.hiwar.voice.sip.digest.Answer;
import org.hiwar.voice.sip.digest.Challenge;
import org.hiwar.voice.sip.digest.Nonces;
import org.hiwar.voice.sip.digest.Secret;

/// Our side of digests that phones answer (RFC 8760). An unknown user and a wrong password are told
/// the same after the same work: somebody who tries names learns nothing.
final class Authentication {
  private final String realm;
  private final List<Algorithm> algorithms;
  private final PhoneDirectory phones;
  private final Nonces nonces;
  private final Counts counts;
  /// Compared with when there is no such phone.
  private final Secret nobody;

  Authentication(
      SipSettings settings,
      PhoneDirectory phones,
      Clock clock,
      RandomGenerator random,
      Counts counts) {
    realm = settings.realm();
    algorithms = settings.algorithms();
    this.phones = phones;
    this.counts = counts;
    nonces = new Nonces(clock, random, settings.limits().nonceLife());
    nobody = Secret.of("", realm, new Tokens(random).word());
  }

  sealed interface Outcome {}

  record Known(PhoneAccount account) implements Outcome {}

  /// @param stale only too late, so the phone tries again without asking its owner
  record Asked(boolean stale) implements Outcome {}

  /// May wait for the directory.
  Outcome check(Request request) {
    Answer ours = null;
    for (var value : Headers.values(request, AuthorizationHeader.NAME)) {
      var answer = Answer.read(value);
      if (answer.isPresent()
          && answer.get().realm().equals(realm)
          && algorithms.contains(answer.get().algorithm())) ours = answer.get();
    }
    return ours == null ? new Asked(false) : check(ours, request.getMethod());
  }

  private Outcome check(Answer answer, String method) {
    var standing = nonces.standing(answer.nonce());
    var account = phones.find(answer.user());
    boolean right = answer.isRight(account == null ? nobody : account.secret(), method);
    if (standing == Nonces.Standing.STALE && right && account != null) return new Asked(true);
    if (standing == Nonces.Standing.GOOD && right && account != null) {
      var count = answer.count();
      boolean fresh =
          nonces.use(answer.nonce(), count == null ? 1 : Integer.parseUnsignedInt(count, 16));
      if (fresh) return new Known(account);
      if (count == null) return new Asked(true);
    }
    counts.add(SipCount.NOT_AUTHENTICATED);
    return new Asked(false);
  }

  /// One header for each algorithm, over one nonce.
  void challenge(Response response, Asked how, Wire wire) {
    var nonce = nonces.next();
    for (var algorithm : algorithms) {
      var challenge = new Challenge(realm, nonce, algorithm, null, true, how.stale());
      wire.add(response, "WWW-Authenticate", challenge.written());
    }
  }
}
