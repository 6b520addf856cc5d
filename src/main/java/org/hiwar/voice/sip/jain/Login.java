package org.hiwar.voice.sip.jain;

import java.util.ArrayList;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.ProxyAuthenticateHeader;
import javax.sip.header.ProxyAuthorizationHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hiwar.voice.sip.Credentials;
import org.hiwar.voice.sip.digest.Answer;
import org.hiwar.voice.sip.digest.Challenge;
import org.hiwar.voice.sip.digest.Secret;
import org.jspecify.annotations.Nullable;

/// Our side of digests with one other side (RFC 3261 section 22): remembers its last challenge, so
/// that only the first request is asked for a password. Belongs to one thread.
final class Login {
  private final @Nullable Credentials credentials;
  private final Tokens tokens;
  private @Nullable Challenge challenge;
  private boolean byProxy;
  private int answers;
  private boolean refused;

  Login(@Nullable Credentials credentials, Tokens tokens) {
    this.credentials = credentials;
    this.tokens = tokens;
  }

  /// Takes the challenge of a 401 or 407. True when asking again may help: it is the first, or the
  /// last answer was only too late. Of several the first is taken that we can answer, as RFC 8760
  /// section 2.4 says.
  boolean learn(Response response) {
    byProxy = response.getStatusCode() == Response.PROXY_AUTHENTICATION_REQUIRED;
    var name = byProxy ? ProxyAuthenticateHeader.NAME : WWWAuthenticateHeader.NAME;
    var asked = new ArrayList<Challenge>();
    for (var value : Headers.values(response, name)) Challenge.read(value).ifPresent(asked::add);
    if (credentials == null || asked.isEmpty()) return false;
    var first = asked.getFirst();
    boolean before = challenge != null && refused && !first.stale();
    challenge = first;
    answers = 0;
    refused = true;
    return !before;
  }

  /// Something was accepted, so the password is right.
  void accepted() {
    refused = false;
  }

  void sign(Request request, Wire wire) {
    if (credentials == null || challenge == null) return;
    answers++;
    var answer =
        Answer.to(
            challenge,
            credentials.user(),
            Secret.of(credentials.user(), challenge.realm(), credentials.password()),
            new Answer.Request(request.getMethod(), request.getRequestURI().toString()),
            answers,
            tokens.word());
    wire.add(
        request,
        byProxy ? ProxyAuthorizationHeader.NAME : AuthorizationHeader.NAME,
        answer.written());
  }
}
