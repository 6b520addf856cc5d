package org.hiwar.app.demo.carrier;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hiwar.app.demo.carrier.ToPhone.CentreNumber;
import org.hiwar.platform.web.Listening;
import org.hiwar.voice.line.PhoneNumberStore;
import org.hiwar.voice.line.PlacedTrunk;
import org.hiwar.voice.line.TrunkDirectory;
import org.hiwar.voice.line.TrunkStore;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.voice.sip.Trunk;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.Workspace;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs the demonstration's network where there is a demo workspace with a trunk to it, and nobody
/// but this machine can reach it. The network takes a port that is free, and writes it into the
/// trunk.
@Component
public class DemoCarrier implements SmartLifecycle {
  private static final String WORKSPACE = "demo";

  private final Workspaces workspaces;
  private final TrunkStore trunks;
  private final TrunkDirectory directory;
  private final PhoneNumberStore numbers;
  private final ServiceStore services;
  private final ObjectProvider<SipEndpoint> hiwar;
  private final Listening listening;
  private final Clock clock;
  private volatile @Nullable Exchange exchange;

  DemoCarrier(
      Workspaces workspaces,
      TrunkStore trunks,
      TrunkDirectory directory,
      PhoneNumberStore numbers,
      ServiceStore services,
      ObjectProvider<SipEndpoint> hiwar,
      Listening listening,
      Clock clock) {
    this.workspaces = workspaces;
    this.trunks = trunks;
    this.directory = directory;
    this.numbers = numbers;
    this.services = services;
    this.hiwar = hiwar;
    this.listening = listening;
    this.clock = clock;
  }

  @Override
  public void start() {
    var centre = hiwar.getIfAvailable();
    var workspace = workspaces.find(WORKSPACE).map(Workspace::id);
    if (listening.exposed() || centre == null || workspace.isEmpty()) return;
    var trunk = trunk(workspace.get());
    if (trunk.isEmpty()) return;
    var opened = open(centre.address());
    trunks.change(workspace.get(), moved(trunk.get(), opened.address()));
    directory.changed();
  }

  /// Opens the network for a contact centre whose SIP is there.
  Exchange open(InetSocketAddress centre) {
    var opened = new Exchange(centre.getAddress(), centre, clock, new SecureRandom());
    exchange = opened;
    return opened;
  }

  private Optional<PlacedTrunk> trunk(WorkspaceId workspace) {
    return trunks.all(workspace).stream()
        .filter(placed -> placed.trunk().name().equals(DemoNumbers.TRUNK))
        .findFirst();
  }

  private static PlacedTrunk moved(PlacedTrunk placed, InetSocketAddress to) {
    var trunk = placed.trunk();
    return new PlacedTrunk(
        new Trunk(
            trunk.id(),
            trunk.name(),
            to.getAddress().getHostAddress(),
            to.getPort(),
            trunk.transport(),
            trunk.credentials(),
            trunk.registers(),
            trunk.checked(),
            trunk.followsRedirects(),
            trunk.alsoFrom()),
        placed.position());
  }

  /// Empty while it does not run.
  Optional<Exchange> exchange() {
    return Optional.ofNullable(exchange);
  }

  /// The numbers by which the demo workspace is called.
  List<CentreNumber> centre() {
    var workspace = workspaces.find(WORKSPACE).map(Workspace::id);
    if (workspace.isEmpty()) return List.of();
    var found = workspace.get();
    return numbers.all(found).stream()
        .map(
            each ->
                new CentreNumber(
                    each.number(),
                    services.find(found, each.service()).map(Service::name).orElse(""),
                    each.language()))
        .toList();
  }

  @Override
  public void stop() {
    var open = exchange;
    exchange = null;
    if (open != null) open.close();
  }

  @Override
  public boolean isRunning() {
    return exchange != null;
  }
}
