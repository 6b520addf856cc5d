package org.hiwar.voice.sip.jain;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sip.address.SipURI;
import org.hiwar.voice.sip.PhoneListener;
import org.jspecify.annotations.Nullable;

/// Where registered phones are, one place for each (RFC 3261 section 10). A phone is where its
/// packets come from, which behind a router differs from what it says.
final class Bindings {
  private static final int MOST = 20_000;

  private final Clock clock;
  private final Map<String, Binding> byUser = new HashMap<>();
  private final Map<InetSocketAddress, Binding> bySource = new HashMap<>();
  private final List<PhoneListener> listeners = new CopyOnWriteArrayList<>();

  /// @param contact how the phone wants to be called
  /// @param callId with `sequence` tells a repeated request from a new one
  record Binding(
      String user, SipURI contact, Peer peer, Instant until, String callId, long sequence) {
    InetSocketAddress source() {
      return new InetSocketAddress(peer.address(), peer.port());
    }
  }

  Bindings(Clock clock) {
    this.clock = clock;
  }

  /// False when there is no room, or when the request is older than what is known.
  synchronized boolean bind(Binding binding) {
    var before = alive(byUser.get(binding.user()));
    if (before == null && byUser.size() >= MOST) return false;
    if (before != null && isOlder(binding.callId(), binding.sequence(), before)) return false;
    forget(byUser.get(binding.user()));
    var neighbour = bySource.get(binding.source());
    if (neighbour != null) unbind(neighbour.user());
    byUser.put(binding.user(), binding);
    bySource.put(binding.source(), binding);
    if (before == null) tell(binding.user(), true);
    return true;
  }

  synchronized void unbind(String user) {
    var gone = byUser.get(user);
    if (gone == null) return;
    forget(gone);
    tell(user, false);
  }

  /// Forgets those that were not renewed.
  synchronized void expire() {
    var late = byUser.values().stream().filter(one -> alive(one) == null).toList();
    late.forEach(binding -> unbind(binding.user()));
  }

  /// In the order in which it happens, since it is told under the lock.
  synchronized void listen(PhoneListener listener) {
    listeners.add(listener);
    users().forEach(user -> listener.changed(user, true));
  }

  private void tell(String user, boolean registered) {
    for (var listener : listeners) listener.changed(user, registered);
  }

  private void forget(@Nullable Binding gone) {
    if (gone == null) return;
    byUser.remove(gone.user());
    bySource.remove(gone.source(), gone);
  }

  private static boolean isOlder(String callId, long sequence, Binding than) {
    return than.callId().equals(callId) && sequence < than.sequence();
  }

  synchronized @Nullable Binding of(String user) {
    return alive(byUser.get(user));
  }

  synchronized @Nullable Binding at(InetSocketAddress source) {
    return alive(bySource.get(source));
  }

  synchronized Set<String> users() {
    var all = new TreeSet<String>();
    for (var binding : byUser.values()) if (alive(binding) != null) all.add(binding.user());
    return all;
  }

  private @Nullable Binding alive(@Nullable Binding some) {
    return some != null && clock.instant().isBefore(some.until()) ? some : null;
  }
}
