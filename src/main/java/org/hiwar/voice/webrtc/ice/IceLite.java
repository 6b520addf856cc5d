package org.hiwar.voice.webrtc.ice;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A lite agent: it waits for the checks of one browser, which controls
/// ([RFC 8445 section 7.3](https://www.rfc-editor.org/rfc/rfc8445#section-7.3) and 8.1.1).
///
/// A check makes its source address valid. One with USE-CANDIDATE nominates it; a later nomination
/// of another address is a change of the browser's network. Checks come on one thread; everything
/// else may be asked on any.
public final class IceLite {
  private static final int UNKNOWN_ATTRIBUTE = 420;
  private static final int ROLE_CONFLICT = 487;

  private final String username;
  private final IntegrityKey key;
  private final LongSupplier nanos;
  private final Map<InetSocketAddress, Long> validSince = new ConcurrentHashMap<>();
  private volatile long lastCheck;
  private volatile @Nullable InetSocketAddress first;
  private volatile @Nullable InetSocketAddress nominated;

  /// @param peerFragment of the browser's offer
  /// @param nanos a monotonic clock
  public IceLite(IceCredentials own, String peerFragment, LongSupplier nanos) {
    username = own.fragment() + ":" + peerFragment;
    key = new IntegrityKey(own.password());
    this.nanos = nanos;
    lastCheck = nanos.getAsLong();
  }

  /// The fragment by which the agent of a check is found; empty when there is none.
  public static Optional<String> fragmentOf(StunMessage check) {
    return check.username().map(name -> name.split(":", 2)[0]);
  }

  public CheckOutcome check(StunMessage check, InetSocketAddress from) {
    if (!isForUs(check)) return new CheckOutcome.NotAuthentic();
    var unknown = check.types().filter(type -> !StunAttribute.isUnderstoodInCheck(type)).toArray();
    if (unknown.length > 0) return faulty(check, UNKNOWN_ATTRIBUTE, unknown);
    if (check.has(StunAttribute.ICE_CONTROLLED)) return faulty(check, ROLE_CONFLICT, unknown);
    if (!believe(from)) return new CheckOutcome.TooManyAddresses();
    boolean nominates = check.has(StunAttribute.USE_CANDIDATE) && !from.equals(nominated);
    if (nominates) nominated = from;
    var answer =
        new StunWriter(StunMessage.BINDING_SUCCESS, check.transactionId()).xorMappedAddress(from);
    return new CheckOutcome.Valid(answer.finish(key), nominates);
  }

  private boolean isForUs(StunMessage check) {
    return check.isBindingRequest()
        && check.hasFingerprint()
        && check.username().filter(username::equals).isPresent()
        && check.isAuthentic(key);
  }

  private CheckOutcome faulty(StunMessage check, int code, int[] unknown) {
    var answer = new StunWriter(StunMessage.BINDING_ERROR, check.transactionId());
    answer.errorCode(code, code == ROLE_CONFLICT ? "Role Conflict" : "Unknown Attribute");
    if (unknown.length > 0) answer.unknownAttributes(unknown);
    return new CheckOutcome.Faulty(answer.finish(key));
  }

  private boolean believe(InetSocketAddress from) {
    long now = nanos.getAsLong();
    if (!validSince.containsKey(from) && validSince.size() >= IceLimits.ADDRESSES) {
      validSince.values().removeIf(since -> isOver(since, now));
      if (validSince.size() >= IceLimits.ADDRESSES) return false;
    }
    validSince.put(from, now);
    if (first == null) first = from;
    lastCheck = now;
    return true;
  }

  /// Whether packets from this address may be the browser's.
  public boolean isValid(InetSocketAddress address) {
    var since = validSince.get(address);
    return since != null && !isOver(since, nanos.getAsLong());
  }

  /// Where to send: the nominated address; before there is one, the first that was valid; null
  /// before any.
  public @Nullable InetSocketAddress target() {
    var chosen = nominated;
    return chosen != null ? chosen : first;
  }

  /// Since the last valid check, or since the beginning.
  public Duration silence() {
    return Duration.ofNanos(nanos.getAsLong() - lastCheck);
  }

  private static boolean isOver(long since, long now) {
    return now - since > IceLimits.CONSENT.toNanos();
  }
}
