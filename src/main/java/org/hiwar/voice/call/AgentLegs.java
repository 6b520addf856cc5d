package org.hiwar.voice.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.hiwar.voice.webrtc.BrowserLeg;
import org.hiwar.voice.webrtc.LegState;
import org.hiwar.voice.webrtc.OfferOutcome;
import org.hiwar.voice.webrtc.WebRtcPort;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// The browsers in which agents telephone, one for each agent: who opens another takes the calls
/// there.
public final class AgentLegs {
  private final WebRtcPort port;
  private final LongSupplier nanoTime;
  private final RandomGenerator random;
  private final Map<Agent, BrowserDevice> legs = new HashMap<>();
  private final List<DeviceListener> listeners = new CopyOnWriteArrayList<>();

  private record Agent(WorkspaceId workspace, UserId user) {}

  public AgentLegs(WebRtcPort port, LongSupplier nanoTime, RandomGenerator random) {
    this.port = port;
    this.nanoTime = nanoTime;
    this.random = random;
  }

  public void listen(DeviceListener listener) {
    listeners.add(listener);
  }

  /// Answers the offer of an agent's browser. An earlier one of the same agent is closed.
  public OfferOutcome open(WorkspaceId workspace, UserId user, String sdp) {
    var agent = new Agent(workspace, user);
    var outcome = port.answer(sdp, (leg, state) -> changed(agent, leg, state));
    if (outcome instanceof OfferOutcome.Answered(var leg, _))
      replace(agent, new BrowserDevice(leg, nanoTime, random));
    return outcome;
  }

  public void close(WorkspaceId workspace, UserId user) {
    replace(new Agent(workspace, user), null);
  }

  /// The browser, when it is connected.
  public Optional<BrowserLeg> of(WorkspaceId workspace, UserId user) {
    return device(workspace, user).map(BrowserDevice::browser);
  }

  /// Who of a workspace can be called now.
  public List<UserId> ready(WorkspaceId workspace) {
    synchronized (legs) {
      return legs.entrySet().stream()
          .filter(e -> e.getKey().workspace().equals(workspace) && e.getValue().isConnected())
          .map(e -> e.getKey().user())
          .toList();
    }
  }

  Optional<AgentLeg> leg(WorkspaceId workspace, UserId user) {
    return device(workspace, user).map(leg -> leg);
  }

  private Optional<BrowserDevice> device(WorkspaceId workspace, UserId user) {
    synchronized (legs) {
      return Optional.ofNullable(legs.get(new Agent(workspace, user)))
          .filter(BrowserDevice::isConnected);
    }
  }

  private void replace(Agent agent, @Nullable BrowserDevice next) {
    BrowserDevice old;
    synchronized (legs) {
      old = next == null ? legs.remove(agent) : legs.put(agent, next);
    }
    if (old == null) return;
    var wasReady = old.isConnected();
    old.browser().close();
    if (wasReady) tell(agent, false);
  }

  /// On a thread of the port. What an earlier leg comes to is not the agent's state any more.
  private void changed(Agent agent, BrowserLeg leg, LegState state) {
    synchronized (legs) {
      var now = legs.get(agent);
      if (now == null || now.browser() != leg) return;
      if (!(state instanceof LegState.Connecting) && !(state instanceof LegState.Connected))
        legs.remove(agent);
    }
    switch (state) {
      case LegState.Connecting _ -> {}
      case LegState.Connected _ -> tell(agent, true);
      case LegState.Lost _, LegState.Closed _ -> tell(agent, false);
    }
  }

  private void tell(Agent agent, boolean ready) {
    for (var listener : listeners) listener.changed(agent.workspace(), agent.user(), ready);
  }
}
