package org.hiwar.floor.store;

import java.util.List;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.Event.AgentEvent;
import org.hiwar.floor.core.Event.DeviceChanged;
import org.hiwar.floor.core.Event.EngagementChanged;
import org.hiwar.floor.core.Event.GuestAsked;
import org.hiwar.floor.core.Event.GuestEvent;
import org.hiwar.floor.core.Event.GuestJoined;
import org.hiwar.floor.core.Event.GuestLeft;
import org.hiwar.floor.core.Event.OfferReturned;
import org.hiwar.floor.core.Event.PresenceChanged;
import org.hiwar.floor.core.Event.SessionBegan;
import org.hiwar.floor.core.Event.SessionEnded;
import org.hiwar.floor.core.Event.WorkAccepted;
import org.hiwar.floor.core.Event.WorkBegan;
import org.hiwar.floor.core.Event.WorkCameBack;
import org.hiwar.floor.core.Event.WorkEnded;
import org.hiwar.floor.core.Event.WorkEvent;
import org.hiwar.floor.core.Event.WorkHandedOver;
import org.hiwar.floor.core.Event.WorkOffered;
import org.hiwar.floor.core.Event.WorkPostponed;
import org.hiwar.floor.core.Event.WorkQueued;
import org.hiwar.floor.core.Event.WorkRecalled;
import org.hiwar.floor.core.Event.WorkRelaxed;
import org.hiwar.floor.core.Event.WorkReturned;
import org.hiwar.floor.core.Event.WorkTaken;
import org.hiwar.floor.core.Event.WorkTransferred;
import org.hiwar.floor.core.Event.WorkWidened;
import org.hiwar.floor.core.Event.WrapUpProlonged;
import org.hiwar.floor.core.Event.WrapUpStarted;
import org.hiwar.platform.database.SqlPart;

/// Events as columns. Id 0 and an empty detail stand for *none*.
final class EventColumns {
  private static final String SQL =
      """
      insert into floor_event (workspace, batch, nr, kind, work, agent, detail, at)
      select ?, ?, nr, kind, nullif(work, 0), nullif(agent, 0), nullif(detail, ''), from_us(at)
      from unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[]) with ordinality
        as t(kind, work, agent, detail, at, nr)\
      """;

  private EventColumns() {}

  static SqlPart part(long workspace, long batch, List<Event> events) {
    int n = events.size();
    var kind = new String[n];
    var work = new long[n];
    var agent = new long[n];
    var detail = new String[n];
    var at = new long[n];
    for (int i = 0; i < n; i++) {
      var event = events.get(i);
      kind[i] = event.getClass().getSimpleName();
      detail[i] = detail(event);
      at[i] = Micros.of(event.at());
      switch (event) {
        case GuestEvent e -> {
          work[i] = e.work().value();
          agent[i] = e.agent().value();
        }
        case AgentEvent e -> agent[i] = e.agent().value();
        case WorkEvent e -> {
          work[i] = e.work().value();
          var who = e.agent();
          if (who != null) agent[i] = who.value();
        }
      }
    }
    return new SqlPart(SQL, List.of(workspace, batch, kind, work, agent, detail, at));
  }

  private static String detail(Event event) {
    return switch (event) {
      case PresenceChanged e ->
          (AgentColumns.name(e.presence()) + " " + AgentColumns.reason(e.presence())).strip()
              + (e.next().equals(e.presence())
                      ? ""
                      : " then "
                          + AgentColumns.name(e.next())
                          + " "
                          + AgentColumns.reason(e.next()))
                  .stripTrailing();
      case WorkQueued e -> e.what().service().toString();
      case WorkOffered e -> Integer.toString(e.offer());
      case OfferReturned e -> e.why().reason();
      case WrapUpStarted e -> e.by().name();
      // Empty where it does not go into another queue: to a colleague, or back into its own.
      case WorkTransferred e -> e.colleague() != null || e.note() == null ? "" : e.to().toString();
      case WorkHandedOver e -> e.from().toString();
      case EngagementChanged e -> e.engaged() ? "engaged" : "free";
      case GuestAsked e -> e.host().toString();
      case GuestLeft e -> e.why().name();
      case WorkBegan e -> e.what().service().toString();
      case DeviceChanged e -> e.ready() ? "ready" : "gone";
      case WorkPostponed e -> e.until().toString();
      case WorkCameBack e -> e.by().name();
      case WorkEnded e -> e.outcome() + " " + e.by();
      case GuestJoined _,
          SessionBegan _,
          SessionEnded _,
          WorkWidened _,
          WorkRelaxed _,
          WorkAccepted _,
          WorkTaken _,
          WorkReturned _,
          WorkRecalled _,
          WrapUpProlonged _ ->
          "";
    };
  }
}
