package org.hiwar.voice.device;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// What each agent telephones with now, read once for each workspace and then kept in memory: it is
/// asked for at every call.
@Component
public class ChosenDevices {
  private final AgentDeviceStore store;
  private final Map<WorkspaceId, Map<UserId, AgentDevice>> all = new ConcurrentHashMap<>();
  private final List<BiConsumer<WorkspaceId, UserId>> listeners = new CopyOnWriteArrayList<>();

  public ChosenDevices(AgentDeviceStore store) {
    this.store = store;
  }

  /// Who is told that an agent telephones with something else from now on.
  public void listen(BiConsumer<WorkspaceId, UserId> listener) {
    listeners.add(listener);
  }

  public AgentDevice of(WorkspaceId workspace, UserId agent) {
    return others(workspace).getOrDefault(agent, new AgentDevice.Browser());
  }

  /// The agents who telephone with something else than the browser.
  public Set<UserId> withoutBrowser(WorkspaceId workspace) {
    return others(workspace).keySet();
  }

  public void choose(WorkspaceId workspace, UserId agent, AgentDevice device) {
    store.set(workspace, agent, device);
    changed(workspace);
  }

  /// Something was chosen, or a telephone was taken away.
  public void changed(WorkspaceId workspace) {
    Map<UserId, AgentDevice> before;
    Map<UserId, AgentDevice> after;
    synchronized (this) {
      before = others(workspace);
      after = Map.copyOf(store.all(workspace));
      all.put(workspace, after);
    }
    var touched = new HashMap<>(before);
    touched.putAll(after);
    for (var agent : touched.keySet())
      if (!of(before, agent).equals(of(after, agent)))
        listeners.forEach(listener -> listener.accept(workspace, agent));
  }

  private static AgentDevice of(Map<UserId, AgentDevice> some, UserId agent) {
    return some.getOrDefault(agent, new AgentDevice.Browser());
  }

  private Map<UserId, AgentDevice> others(WorkspaceId workspace) {
    return all.computeIfAbsent(workspace, one -> Map.copyOf(store.all(one)));
  }
}
