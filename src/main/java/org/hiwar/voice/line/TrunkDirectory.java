package org.hiwar.voice.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.platform.Recent;
import org.hiwar.voice.call.PhoneNumbers;
import org.hiwar.voice.call.Routes;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.Trunk;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.voice.sip.Trunks;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.Workspaces;
import org.springframework.stereotype.Component;

/// The trunks of all workspaces, and where the calls go that come in over them.
@Component
public class TrunkDirectory implements Trunks, PhoneNumbers, Routes {
  /// Called numbers whose readings are remembered.
  private static final int REMEMBERED = 1_000;

  private final Workspaces workspaces;
  private final TrunkStore trunks;
  private final PhoneNumberStore numbers;
  private final CallLimitsStore limits;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Recent<Called, List<String>> readings = new Recent<>(REMEMBERED, System::nanoTime);
  private volatile Map<TrunkId, WorkspaceId> owners = Map.of();

  private record Called(DialString number, String country) {}

  public TrunkDirectory(
      Workspaces workspaces, TrunkStore trunks, PhoneNumberStore numbers, CallLimitsStore limits) {
    this.workspaces = workspaces;
    this.trunks = trunks;
    this.numbers = numbers;
    this.limits = limits;
  }

  @Override
  public List<Trunk> all() {
    var all = new ArrayList<Trunk>();
    var found = new HashMap<TrunkId, WorkspaceId>();
    for (var workspace : workspaces.all())
      for (var placed : trunks.all(workspace.id())) {
        all.add(placed.trunk());
        found.put(placed.trunk().id(), workspace.id());
      }
    owners = Map.copyOf(found);
    return all;
  }

  /// Who is told, on the thread of whoever changed a trunk, that [#all] has something new.
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  /// A trunk was added, changed or removed.
  public void changed() {
    listeners.forEach(Runnable::run);
  }

  @Override
  public Optional<Destination> destination(TrunkId trunk, DialString called) {
    return owner(trunk).flatMap(workspace -> destination(workspace, trunk, called));
  }

  private Optional<Destination> destination(
      WorkspaceId workspace, TrunkId trunk, DialString called) {
    var country = limits.forCalls(workspace).country();
    var ways =
        readings.get(
            new Called(called, country), () -> List.copyOf(NumberPlans.readings(called, country)));
    return numbers
        .called(workspace, trunk, ways)
        .map(found -> new Destination(workspace, found.service(), found.language()));
  }

  /// A call comes only over a trunk that [#all] has told of, so this asks again just once.
  private Optional<WorkspaceId> owner(TrunkId trunk) {
    if (!owners.containsKey(trunk)) all();
    return Optional.ofNullable(owners.get(trunk));
  }

  /// Every trunk of the workspace, whatever the number; which of them can do it turns out.
  @Override
  public List<TrunkId> routes(WorkspaceId workspace, DialString number) {
    return trunks.all(workspace).stream().map(placed -> placed.trunk().id()).toList();
  }
}
