package org.hiwar.app.wiring;

import java.util.ArrayList;
import java.util.List;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionChange;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.Outcome;
import org.hiwar.floor.core.By;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.core.WorkState;
import org.hiwar.workspace.Medium;

/// What happened on the floor, as the history of interactions tells it. A preview is no
/// interaction: campaigns keep its history.
final class Changes {
  private Changes() {}

  static List<InteractionChange> of(List<Event> events) {
    var changes = new ArrayList<InteractionChange>();
    for (var event : events) {
      if (event instanceof Event.WorkEvent work && work.medium() == Medium.PREVIEW) continue;
      switch (event) {
        case Event.WorkAccepted e ->
            changes.add(new InteractionChange.Accepted(interaction(e.work()), e.agent(), e.at()));
        case Event.WorkBegan e ->
            changes.add(new InteractionChange.Accepted(interaction(e.work()), e.agent(), e.at()));
        case Event.WorkHandedOver e -> handedOver(e, changes);
        case Event.WorkTransferred e -> transferred(e, changes);
        case Event.WorkReturned e -> {
          changes.add(new InteractionChange.Returned(interaction(e.work()), e.at()));
          changes.add(new InteractionChange.Accepted(interaction(e.work()), e.agent(), e.at()));
        }
        case Event.WorkRecalled e ->
            changes.add(new InteractionChange.Requeued(interaction(e.work()), null, e.at()));
        case Event.WrapUpStarted e ->
            changes.add(new InteractionChange.LiveEnded(interaction(e.work()), by(e.by()), e.at()));
        case Event.WorkEnded e ->
            changes.add(
                new InteractionChange.Ended(
                    interaction(e.work()), outcome(e.outcome()), by(e.by()), e.at()));
        case Event.WorkTaken e -> {
          changes.add(new InteractionChange.CameBack(interaction(e.work()), EndedBy.AGENT, e.at()));
          changes.add(new InteractionChange.Accepted(interaction(e.work()), e.agent(), e.at()));
        }
        case Event.WorkPostponed e ->
            changes.add(
                new InteractionChange.Postponed(
                    interaction(e.work()), e.agent(), e.until(), e.note(), e.at()));
        case Event.WorkCameBack e ->
            changes.add(new InteractionChange.CameBack(interaction(e.work()), by(e.by()), e.at()));
        case Event.PresenceChanged _,
            Event.DeviceChanged _,
            Event.EngagementChanged _,
            Event.GuestEvent _,
            Event.SessionBegan _,
            Event.SessionEnded _,
            Event.WrapUpProlonged _,
            Event.WorkQueued _,
            Event.WorkWidened _,
            Event.WorkRelaxed _,
            Event.WorkOffered _,
            Event.OfferReturned _ -> {}
      }
    }
    return changes;
  }

  private static void transferred(Event.WorkTransferred e, List<InteractionChange> changes) {
    var id = interaction(e.work());
    var note = e.note();
    if (note != null) {
      var service = e.colleague() == null ? e.to() : null;
      changes.add(
          new InteractionChange.Transferred(id, e.agent(), service, e.colleague(), note, e.at()));
    }
    changes.add(new InteractionChange.Requeued(id, e.to(), e.at()));
  }

  /// A call goes over in a consultation, which has a history of its own.
  private static void handedOver(Event.WorkHandedOver e, List<InteractionChange> changes) {
    var id = interaction(e.work());
    if (e.medium() != Medium.VOICE)
      changes.add(new InteractionChange.Transferred(id, e.from(), null, e.to(), "", e.at()));
    changes.add(new InteractionChange.Accepted(id, e.to(), e.at()));
  }

  static InteractionId interaction(WorkId work) {
    return new InteractionId(work.value());
  }

  static EndedBy by(By by) {
    return switch (by) {
      case CUSTOMER -> EndedBy.CUSTOMER;
      case AGENT -> EndedBy.AGENT;
      case SYSTEM -> EndedBy.SYSTEM;
    };
  }

  static By by(EndedBy by) {
    return switch (by) {
      case CUSTOMER -> By.CUSTOMER;
      case AGENT -> By.AGENT;
      case SYSTEM -> By.SYSTEM;
    };
  }

  /// Nobody handled what was withdrawn.
  private static Outcome outcome(WorkState.Outcome outcome) {
    return switch (outcome) {
      case HANDLED -> Outcome.HANDLED;
      case ABANDONED, WITHDRAWN -> Outcome.ABANDONED;
    };
  }
}
