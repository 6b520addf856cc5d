package org.hiwar.voice.sip.jain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hiwar.voice.sip.Trunk;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.voice.sip.Trunks;
import org.jspecify.annotations.Nullable;

/// The configured trunks, read and resolved by [#load]; everybody else only looks.
final class TrunkTable {
  private final Trunks trunks;
  private volatile Map<TrunkId, TrunkLine> lines = Map.of();
  private volatile Set<InetAddress> addresses = Set.of();

  TrunkTable(Trunks trunks) {
    this.trunks = trunks;
  }

  /// Asks DNS, so it may wait.
  void load() {
    var found = new LinkedHashMap<TrunkId, TrunkLine>();
    for (var trunk : trunks.all()) found.put(trunk.id(), resolved(trunk));
    addresses =
        found.values().stream()
            .flatMap(line -> line.addresses().stream())
            .collect(Collectors.toUnmodifiableSet());
    lines = Map.copyOf(found);
  }

  private static TrunkLine resolved(Trunk trunk) {
    var all = new LinkedHashSet<InetAddress>(addressesOf(trunk.host()));
    var first = all.isEmpty() ? null : all.getFirst();
    for (var host : trunk.alsoFrom()) all.addAll(addressesOf(host));
    var peer = first == null ? null : new Peer(first, trunk.port(), trunk.transport());
    return new TrunkLine(trunk, peer, Set.copyOf(all));
  }

  private static List<InetAddress> addressesOf(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException _) {
      return List.of();
    }
  }

  boolean knows(InetAddress address) {
    return addresses.contains(address);
  }

  @Nullable TrunkLine find(TrunkId id) {
    return lines.get(id);
  }

  Map<TrunkId, TrunkLine> all() {
    return lines;
  }

  /// The trunk that a request came over. When several share an address, the one whose contact was
  /// called; else the first.
  @Nullable TrunkLine from(InetAddress address, @Nullable String calledUser) {
    TrunkLine first = null;
    for (var line : lines.values()) {
      if (!line.addresses().contains(address)) continue;
      if (line.contactUser().equals(calledUser)) return line;
      if (first == null || line.trunk().id().value() < first.trunk().id().value()) first = line;
    }
    return first;
  }
}
