package org.hiwar.voice.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Our end of SIP: one address and port over UDP and TCP.
public interface SipEndpoint extends AutoCloseable {
  /// Begins a call. Returns at once; everything else is told to the listener.
  SipCall call(Dial dial, SipListener listener);

  /// Where it listens, with the port that it got when any free one was asked for.
  InetSocketAddress address();

  /// Reads [Trunks] again, and asks DNS for their addresses, so it may wait. Calls that are up stay
  /// up. Happens by itself at the start and every minute.
  void trunksChanged();

  /// How it stands with a trunk; unknown when there is no such trunk.
  TrunkState trunk(TrunkId id);

  /// From where a trunk may send, as DNS knows its hosts at present; empty when there is no such
  /// trunk.
  Set<InetAddress> addresses(TrunkId id);

  /// Users whose phones are registered now.
  Set<String> registeredPhones();

  /// Where a registered phone is; null when it is not registered.
  @Nullable InetSocketAddress phone(String user);

  /// A phone is no longer what it was: its place is forgotten until it registers anew.
  void unregister(String user);

  /// Who is told which phones register and which do not any more; at once of those that are there.
  void listen(PhoneListener listener);

  long count(SipCount what);

  int calls();

  /// Ends all calls, takes back registrations, and closes the sockets.
  @Override
  void close();
}
