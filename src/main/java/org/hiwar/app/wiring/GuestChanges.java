package org.hiwar.app.wiring;

import java.util.ArrayList;
import java.util.List;
import org.hiwar.conversation.Participant.Parted;
import org.hiwar.conversation.ParticipantChange;
import org.hiwar.floor.core.Event;
import org.hiwar.floor.core.Parting;

/// Who came into the work of another and went, as the history of interactions tells it.
final class GuestChanges {
  private GuestChanges() {}

  static List<ParticipantChange> of(List<Event> events) {
    var changes = new ArrayList<ParticipantChange>();
    for (var event : events) if (event instanceof Event.GuestEvent guest) changes.add(of(guest));
    return changes;
  }

  private static ParticipantChange of(Event.GuestEvent event) {
    var interaction = Changes.interaction(event.work());
    return switch (event) {
      case Event.GuestAsked e ->
          new ParticipantChange.Asked(
              interaction, e.agent(), e.host(), e.note(), e.until(), e.at());
      case Event.GuestJoined e ->
          new ParticipantChange.Joined(interaction, e.agent(), e.host(), e.at());
      case Event.GuestLeft e ->
          new ParticipantChange.Left(interaction, e.agent(), parted(e.why()), e.at());
    };
  }

  private static Parted parted(Parting why) {
    return switch (why) {
      case DECLINED -> Parted.DECLINED;
      case NO_ANSWER -> Parted.NO_ANSWER;
      case LEFT -> Parted.LEFT;
      case REMOVED -> Parted.REMOVED;
      case AWAY -> Parted.AWAY;
      case HOST -> Parted.HOST;
      case OVER -> Parted.OVER;
    };
  }
}
