package org.hiwar.voice.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.hiwar.voice.call.OutgoingGuard.Allowed;
import org.hiwar.voice.call.OutgoingGuard.Place;
import org.hiwar.voice.call.ReachedDevice.Target;
import org.hiwar.voice.device.AgentDevice.Browser;
import org.hiwar.voice.device.AgentDevice.Number;
import org.hiwar.voice.device.AgentDevice.Phone;
import org.hiwar.voice.device.ChosenDevices;
import org.hiwar.voice.device.PhoneBook;
import org.hiwar.voice.device.SipPhone;
import org.hiwar.voice.device.SipPhoneId;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.Dial;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.PhoneListener;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;

/// What agents telephone with. A browser is there all the time; a phone or a number is called for
/// each call, and let go after it.
public final class Telephones implements DeviceListener, PhoneListener {
  private final AgentLegs browsers;
  private final PhoneBook phones;
  private final ChosenDevices chosen;
  private final Outside outside;
  private final Set<String> registered = ConcurrentHashMap.newKeySet();
  private final Map<AgentPart, ReachedDevice> reached = new ConcurrentHashMap<>();
  private final List<DeviceListener> listeners = new CopyOnWriteArrayList<>();

  /// How phones and numbers are called.
  public record Outside(
      Studio studio, Supplier<SipEndpoint> sip, OutgoingGuard guard, Routes routes) {}

  public Telephones(AgentLegs browsers, PhoneBook phones, ChosenDevices chosen, Outside outside) {
    this.browsers = browsers;
    this.phones = phones;
    this.chosen = chosen;
    this.outside = outside;
    chosen.listen(this::tellReadiness);
  }

  /// Who is told whether an agent can be called.
  public void listen(DeviceListener listener) {
    listeners.add(listener);
  }

  /// Whether the agent can be called now. A number is taken at its word.
  public boolean isReady(WorkspaceId workspace, UserId agent) {
    return switch (chosen.of(workspace, agent)) {
      case Browser _ -> browsers.of(workspace, agent).isPresent();
      case Phone(var id) -> isRegistered(workspace, id);
      case Number _ -> true;
    };
  }

  public boolean isRegistered(WorkspaceId workspace, SipPhoneId phone) {
    return phones
        .find(workspace, phone)
        .map(SipPhone::login)
        .filter(registered::contains)
        .isPresent();
  }

  /// Whether it is the agent's browser that counts.
  public boolean isBrowser(WorkspaceId workspace, UserId agent) {
    return chosen.of(workspace, agent) instanceof Browser;
  }

  /// Who of a workspace can be called now.
  public List<UserId> ready(WorkspaceId workspace) {
    var all = new ArrayList<>(browsers.ready(workspace));
    all.addAll(chosen.withoutBrowser(workspace));
    return all.stream().distinct().filter(agent -> isReady(workspace, agent)).toList();
  }

  @Override
  public void changed(WorkspaceId workspace, UserId agent, boolean ready) {
    if (isBrowser(workspace, agent)) tell(workspace, agent, ready);
  }

  @Override
  public void changed(String user, boolean now) {
    if (now) registered.add(user);
    else registered.remove(user);
    phones
        .registers(user)
        .ifPresent(entry -> tellReadiness(entry.workspace(), entry.phone().owner()));
  }

  private void tellReadiness(WorkspaceId workspace, UserId agent) {
    tell(workspace, agent, isReady(workspace, agent));
  }

  private void tell(WorkspaceId workspace, UserId agent, boolean ready) {
    for (var listener : listeners) listener.changed(workspace, agent, ready);
  }

  // For one call, on its thread -------------------------------------------------------------------

  /// Empty when it is not connected.
  Optional<AgentLeg> leg(AgentPart part) {
    var device = reached.get(part);
    if (device != null && device.isConnected()) return Optional.of(device);
    return isBrowser(part.workspace(), part.agent())
        ? browsers.leg(part.workspace(), part.agent())
        : Optional.empty();
  }

  /// Calls the agent's phone or number, unless that is done already.
  void reach(Reach wish) {
    switch (chosen.of(wish.part().workspace(), wish.agent())) {
      case Browser _ -> told(wish);
      case Phone(var id) -> call(wish, () -> toPhone(wish, id));
      case Number(var number) -> call(wish, () -> toNumber(wish, number));
    }
  }

  void letGo(AgentPart part) {
    var device = reached.remove(part);
    if (device != null) device.close();
  }

  private void told(Reach wish) {
    var there = leg(wish.part()).isPresent();
    var what =
        there ? new Happening.DeviceReady(wish.agent()) : new Happening.DeviceGone(wish.agent());
    wish.later().accept(() -> wish.tell().accept(what));
  }

  private void call(Reach wish, Supplier<Optional<Target>> target) {
    var before = reached.get(wish.part());
    if (before != null && !before.isClosed()) {
      if (before.isConnected()) told(wish);
      return;
    }
    var device =
        target
            .get()
            .flatMap(to -> ReachedDevice.dial(wish, to, outside.studio(), outside.sip().get()))
            .orElse(null);
    if (device == null) told(wish);
    else reached.put(wish.part(), device);
  }

  /// The phone shows whom the call is with.
  private Optional<Target> toPhone(Reach wish, SipPhoneId id) {
    return phones
        .find(wish.part().workspace(), id)
        .map(phone -> new Target(new Dial.ToPhone(phone.login()), wish.shown(), Place.NOT_COUNTED));
  }

  /// A provider takes no other caller than one of its own numbers, so the trunk shows its own.
  private Optional<Target> toNumber(Reach wish, DialString number) {
    var workspace = wish.part().workspace();
    if (!(outside.guard().mayDial(workspace, number)
        instanceof Allowed(DialString dialled, Place place))) return Optional.empty();
    var trunks = outside.routes().routes(workspace, dialled);
    if (trunks.isEmpty()) {
      place.close();
      return Optional.empty();
    }
    return Optional.of(
        new Target(new Dial.OverTrunks(dialled, trunks), new Caller.Unknown(), place));
  }
}
