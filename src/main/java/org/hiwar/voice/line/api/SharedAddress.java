package org.hiwar.voice.line.api;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hiwar.platform.Refusal;
import org.hiwar.voice.line.PlacedTrunk;
import org.hiwar.voice.sip.Trunk;

/// Whether the calls of two trunks can be told apart. What comes in is known by the address it
/// comes from; a trunk that registers besides by the contact it has given. So one address may have
/// many trunks that register, each with a user of its own, and only one that does not. Hosts are
/// compared as they are written: two names of one machine are not seen to be one.
final class SharedAddress {
  private SharedAddress() {}

  static void require(Trunk wanted, List<PlacedTrunk> all) {
    for (var placed : all) {
      var other = placed.trunk();
      if (other.id().equals(wanted.id()) || !isAtOneHost(wanted, other)) continue;
      if (!wanted.registers() && !other.registers())
        throw Refusal.conflict(
            "trunk-address-taken",
            "The trunk "
                + other.name()
                + " has this host, too, and neither registers, so that nobody could tell whose"
                + " calls come in. Let one of them register, or use one trunk for both.");
      if (wanted.registers() && other.registers() && isOneUser(wanted, other))
        throw Refusal.conflict(
            "trunk-user-taken",
            "The trunk "
                + other.name()
                + " registers at this host with the same user. Use that trunk, or another user.");
    }
  }

  private static boolean isOneUser(Trunk one, Trunk other) {
    var first = one.credentials();
    var second = other.credentials();
    return first != null && second != null && first.user().equals(second.user());
  }

  private static boolean isAtOneHost(Trunk one, Trunk other) {
    var hosts = hosts(one);
    hosts.retainAll(hosts(other));
    return !hosts.isEmpty();
  }

  private static Set<String> hosts(Trunk trunk) {
    var hosts = new HashSet<String>();
    hosts.add(written(trunk.host()));
    trunk.alsoFrom().forEach(host -> hosts.add(written(host)));
    return hosts;
  }

  private static String written(String host) {
    var lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
