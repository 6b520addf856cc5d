package org.hiwar.voice.sip.jain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hiwar.voice.sip.Dial;
import org.hiwar.voice.sip.IncomingCall.Source;
import org.hiwar.voice.sip.Refusal;
import org.hiwar.voice.sip.SipCall;
import org.hiwar.voice.sip.SipCount;
import org.hiwar.voice.sip.SipEvent;
import org.hiwar.voice.sip.SipListener;

/// Begins calls of ours.
final class Departures {
  private final Office office;
  private final TrunkTable trunks;
  private final Bindings bindings;

  Departures(Office office, TrunkTable trunks, Bindings bindings) {
    this.office = office;
    this.trunks = trunks;
    this.bindings = bindings;
  }

  SipCall call(Dial dial, SipListener listener) {
    var call = new Call(office);
    call.listener(listener);
    call.start(() -> begin(call, dial));
    return call;
  }

  private void begin(Call call, Dial dial) {
    if (office.calls().get() > office.limits().calls()) {
      office.counts().add(SipCount.TOO_MANY_CALLS);
      refuse(call, Refusal.of(503));
      return;
    }
    var routes = routes(dial);
    if (routes.isEmpty()) refuse(call, notThere(dial));
    else call.become(new Dialing(call, dial, routes));
  }

  private static void refuse(Call call, Refusal why) {
    call.tell(new SipEvent.Refused(why));
    call.forget();
  }

  private static Refusal notThere(Dial dial) {
    return switch (dial.target()) {
      case Dial.ToPhone _ ->
          new Refusal(480, Refusal.Why.UNREACHABLE, "The telephone is not registered.");
      case Dial.OverTrunks _ ->
          new Refusal(503, Refusal.Why.UNREACHABLE, "None of the trunks can be reached.");
    };
  }

  private List<Route> routes(Dial dial) {
    return switch (dial.target()) {
      case Dial.OverTrunks(var number, var ids) -> {
        var found = new ArrayList<Route>();
        for (var id : ids) {
          var known = trunks.find(id);
          var peer = known == null ? null : known.peer();
          if (known != null && peer != null)
            found.add(Route.over(known, peer, number, dial.caller(), office));
        }
        yield found;
      }
      case Dial.ToPhone(var user) -> {
        var phone = bindings.of(user);
        yield phone == null ? List.of() : List.of(toPhone(phone, dial));
      }
    };
  }

  private Route toPhone(Bindings.Binding phone, Dial dial) {
    var line =
        new Line(
            new Source.OfPhone(phone.user()),
            phone.peer(),
            Set.of(),
            new Login(null, office.tokens()),
            "hiwar");
    return Route.to(phone, line, dial.caller(), office.wire());
  }
}
