package org.hiwar.voice.line.api;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.hiwar.platform.Refusal;
import org.hiwar.voice.sip.IncomingCall;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.voice.sip.SipLimits;
import org.hiwar.voice.sip.SipListener;
import org.hiwar.voice.sip.SipSettings;
import org.hiwar.voice.sip.Trunk;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.voice.sip.TrunkState;
import org.hiwar.voice.sip.TrunkState.Health;
import org.hiwar.voice.sip.TrunkState.Registration;
import org.hiwar.voice.sip.digest.Algorithm;
import org.hiwar.voice.sip.jain.JainEndpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Tries a trunk: asks DNS for its host, asks the provider with an OPTIONS of its own whether it is
/// there, and looks how the registration stands. The registration itself is not tried a second time
/// beside the one in use: some providers keep only one.
@Component
class TrunkTrial {
  /// Longer than an OPTIONS over UDP is repeated (RFC 3261 section 17.1.2: 64 times 500 ms) nobody
  /// waits at a screen; who says nothing for so long counts as silent.
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  /// Trials at the same time, of all workspaces: each opens a port.
  private static final int AT_ONCE = 4;

  private static final int DISCARD = 9;

  private final ObjectProvider<SipEndpoint> telephony;
  private final Clock clock;
  private final Semaphore places = new Semaphore(AT_ONCE);

  TrunkTrial(ObjectProvider<SipEndpoint> telephony, Clock clock) {
    this.telephony = telephony;
    this.clock = clock;
  }

  /// @param works when nothing is wrong
  /// @param code for screens, which say it in their language
  /// @param sentence the same in English, with what to do
  /// @param status what the provider answered to the log-in (RFC 3261 section 21), where it refused
  ///     that; else null
  record Report(boolean works, String code, String sentence, @Nullable Integer status) {}

  /// Without asking anybody: what is known from the last time.
  TrunkStanding standing(TrunkId trunk) {
    var endpoint = telephony.getIfAvailable();
    return endpoint == null ? TrunkStanding.UNKNOWN : TrunkStanding.of(endpoint.trunk(trunk));
  }

  Report of(Trunk trunk) {
    var endpoint = telephony.getIfAvailable();
    if (endpoint == null || !places.tryAcquire())
      throw Refusal.unavailable(
          "trial-busy", "A trunk cannot be tried just now. Try again in some seconds.");
    try {
      var address = address(trunk.host());
      if (address == null) return wrong("host-unknown", TrunkWords.hostUnknown(trunk));
      var health = health(trunk, from(endpoint.address().getAddress(), address));
      if (health instanceof TrunkState.Reachable)
        return registration(trunk, endpoint.trunk(trunk.id()).registration());
      return wrong("no-answer", TrunkWords.noAnswer(trunk));
    } finally {
      places.release();
    }
  }

  private static @Nullable InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException _) {
      return null;
    }
  }

  /// The address that this server's telephony uses towards another one.
  private static InetAddress from(InetAddress bound, InetAddress to) {
    if (!bound.isAnyLocalAddress()) return bound;
    try (var socket = new DatagramSocket()) {
      socket.connect(to, DISCARD); // sends nothing: only asks for the way
      return socket.getLocalAddress();
    } catch (SocketException _) {
      return bound;
    }
  }

  /// Asks with an endpoint of its own, so that the answer is of now.
  private Health health(Trunk trunk, InetAddress from) {
    var asked = asked(trunk);
    var settings =
        new SipSettings(from, 0, from, "hiwar", List.of(Algorithm.SHA_256), SipLimits.usual());
    try (var own =
        JainEndpoint.open(
            settings,
            () -> List.of(asked),
            _ -> null,
            TrunkTrial::nobody,
            clock,
            new SecureRandom())) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (own.trunk(asked.id()).health() instanceof TrunkState.Unknown
          && System.nanoTime() - end < 0) LockSupport.parkNanos(LOOK_EVERY.toNanos());
      return own.trunk(asked.id()).health();
    }
  }

  private static Trunk asked(Trunk trunk) {
    return new Trunk(
        trunk.id(),
        trunk.name(),
        trunk.host(),
        trunk.port(),
        trunk.transport(),
        trunk.credentials(),
        false,
        true,
        false,
        List.of());
  }

  private static SipListener nobody(IncomingCall call) {
    call.refuse(480);
    return _ -> {};
  }

  static Report registration(Trunk trunk, Registration state) {
    if (!trunk.registers()) return new Report(true, "answers", TrunkWords.answers(trunk), null);
    return switch (state) {
      case TrunkState.Registered _ ->
          new Report(true, "registered", TrunkWords.registered(trunk), null);
      case TrunkState.NotRegistered(var why, _) ->
          new Report(
              false,
              switch (why.why()) {
                case NOT_ALLOWED -> "wrong-password";
                case NO_SUCH_NUMBER -> "unknown-user";
                case UNREACHABLE -> "registration-unanswered";
                case BUSY, NO_ANSWER, DECLINED, REDIRECTED, UNSUITABLE, NOT_UNDERSTOOD, FAILED ->
                    "registration-refused";
              },
              TrunkWords.notRegistered(trunk, why),
              why.status());
      case TrunkState.NotAsked _, TrunkState.Trying _ ->
          wrong("registration-goes-on", TrunkWords.goesOn());
    };
  }

  private static Report wrong(String code, String sentence) {
    return new Report(false, code, sentence, null);
  }
}
