package org.hiwar.voice.line;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.voice.call.OutgoingGuard;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.NumberPlan;
import org.hiwar.voice.sip.NumberPlan.Dialled;
import org.hiwar.voice.sip.SipLimits;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Holds every call that goes out to the workspace's [CallLimits].
@Component
public class DialLimits implements OutgoingGuard {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  /// No call lasts longer, so a place is free again by then even if nobody has given it back.
  private static final Duration LONGEST = SipLimits.usual().longestCall().plusMinutes(15);

  private final CallLimitsStore store;
  private final Clock clock;
  private final Map<WorkspaceId, Going> all = new ConcurrentHashMap<>();

  public DialLimits(CallLimitsStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Verdict mayDial(WorkspaceId workspace, DialString dialled) {
    var limits = store.of(workspace);
    return switch (new NumberPlan(limits.country()).read(dialled)) {
      case Dialled.Emergency(var number) -> new Allowed(number, Place.NOT_COUNTED);
      case Dialled.Local(var number) ->
          limits.opensLocal() ? counted(workspace, number, limits) : new DestinationClosed("");
      case Dialled.International(var number, var country) ->
          isOpen(number, country, limits)
              ? counted(workspace, number, limits)
              : new DestinationClosed(country);
    };
  }

  static boolean isOpen(DialString number, String country, CallLimits limits) {
    return (country.equals(limits.country()) || limits.openCountries().contains(country))
        && (limits.opensPremium() || !NumberPlans.isPremium(number));
  }

  private Verdict counted(WorkspaceId workspace, DialString number, CallLimits limits) {
    return all.computeIfAbsent(workspace, _ -> new Going()).begin(number, limits, clock.instant());
  }

  /// The calls of one workspace that begin and go on.
  private static final class Going {
    private final Deque<Instant> begun = new ArrayDeque<>();
    private final Map<Place, Instant> places = new IdentityHashMap<>();

    synchronized Verdict begin(DialString number, CallLimits limits, Instant now) {
      begun.removeIf(at -> !at.isAfter(now.minus(MINUTE)));
      places.values().removeIf(at -> !at.isAfter(now.minus(LONGEST)));
      if (begun.size() >= limits.callsAMinute()) return new TooManyAMinute(limits.callsAMinute());
      if (places.size() >= limits.callsAtOnce()) return new TooManyAtOnce(limits.callsAtOnce());
      begun.add(now);
      var place = new Taken(this);
      places.put(place, now);
      return new Allowed(number, place);
    }

    synchronized void end(Place place) {
      places.remove(place);
    }
  }

  /// Compared by identity: each is one of its own.
  private static final class Taken implements Place {
    private final Going going;

    Taken(Going going) {
      this.going = going;
    }

    @Override
    public void close() {
      going.end(this);
    }
  }
}
