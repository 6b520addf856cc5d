package org.hiwar.voice.sip.jain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
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
  private static final Comparator<TrunkLine> UNREGISTERED_FIRST =
      Comparator.<TrunkLine, Boolean>comparing(line -> line.trunk().registers())
          .thenComparing(line -> line.trunk().id().value());

  private final Trunks trunks;
  private volatile Map<TrunkId, TrunkLine> lines = Map.of();
  private volatile Set<InetAddress> addresses = Set.of();

  TrunkTable(Trunks trunks) {
    this.trunks = trunks;
  }

  /// Asks DNS, so it may wait.
  synchronized void load() {
    var found = new LinkedHashMap<TrunkId, TrunkLine>();
    for (var trunk : trunks.all()) found.put(trunk.id(), resolved(trunk, lines.get(trunk.id())));
    addresses =
        found.values().stream()
            .flatMap(line -> line.addresses().stream())
            .collect(Collectors.toUnmodifiableSet());
    lines = Map.copyOf(found);
  }

  /// A host of several addresses stays at the one it had, as long as that is among them: DNS turns
  /// their order round, and a registration does not follow every turn.
  private static TrunkLine resolved(Trunk trunk, @Nullable TrunkLine before) {
    var own = addressesOf(trunk.host());
    var all = new LinkedHashSet<InetAddress>(own);
    for (var host : trunk.alsoFrom()) all.addAll(addressesOf(host));
    var last = before == null ? null : before.peer();
    InetAddress at = null;
    if (last != null && own.contains(last.address())) at = last.address();
    else if (!own.isEmpty()) at = own.getFirst();
    var peer = at == null ? null : new Peer(at, trunk.port(), trunk.transport());
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
  /// called; else the one that does not register, because nobody can call its contact; else the
  /// first.
  @Nullable TrunkLine from(InetAddress address, @Nullable String calledUser) {
    var there =
        lines.values().stream().filter(line -> line.addresses().contains(address)).toList();
    return there.stream()
        .filter(line -> line.contactUser().equals(calledUser))
        .findFirst()
        .or(() -> there.stream().min(UNREGISTERED_FIRST))
        .orElse(null);
  }
}
