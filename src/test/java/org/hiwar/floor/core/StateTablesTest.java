package org.hiwar.floor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hiwar.floor.core.Command.Accept;
import org.hiwar.floor.core.Command.Decline;
import org.hiwar.floor.core.Command.Dispose;
import org.hiwar.floor.core.Command.EndWrapUp;
import org.hiwar.floor.core.Command.Expire;
import org.hiwar.floor.core.Command.GiveBack;
import org.hiwar.floor.core.Command.GoNotReady;
import org.hiwar.floor.core.Command.GoReady;
import org.hiwar.floor.core.Command.HandOver;
import org.hiwar.floor.core.Command.Leave;
import org.hiwar.floor.core.Command.LogIn;
import org.hiwar.floor.core.Command.LogOut;
import org.hiwar.floor.core.Command.Relax;
import org.hiwar.floor.core.Command.Release;
import org.hiwar.floor.core.Command.Transfer;
import org.hiwar.floor.core.Command.Widen;
import org.hiwar.floor.core.WorkState.Active;
import org.hiwar.floor.core.WorkState.Ended;
import org.hiwar.floor.core.WorkState.Offered;
import org.hiwar.floor.core.WorkState.Outcome;
import org.hiwar.floor.core.WorkState.Queued;
import org.hiwar.floor.core.WorkState.WrapUp;
import org.hiwar.house.CommittedFile;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.Test;

/// Prints the transitions of the floor's state machines from the code.
class StateTablesTest {
  private static final Instant T = Instant.parse("2026-03-01T08:00:00Z");
  private static final Instant LATER = T.plusSeconds(10);
  private static final UserId AMAL = new UserId(11);
  private static final UserId SAM = new UserId(12);
  private static final WorkId WORK = new WorkId(1);
  private static final Instant UNTIL = T.plusSeconds(60);
  private static final Work WHAT =
      Work.plain(WORK, new ServiceId(5), Medium.EMAIL, T).keptFor(AMAL);
  private static final WorkLife.Situation SITUATION =
      new WorkLife.Situation(WHAT, Service.usual(new ServiceId(5), Medium.EMAIL), LATER);

  private static Map<String, WorkState> workStates() {
    var states = new LinkedHashMap<String, WorkState>();
    states.put("Queued", new Queued(0, T, LATER, LATER));
    states.put("Offered", new Offered(new Queued(1, T, null, null), AMAL, T, LATER));
    states.put("Active", new Active(AMAL, 1, T));
    states.put("WrapUp", new WrapUp(AMAL, 1, T, LATER));
    states.put("Postponed", new WorkState.Postponed(1, T, UNTIL));
    states.put("Ended", new Ended(Outcome.HANDLED, T));
    return states;
  }

  private static Map<String, WorkLife.Input> workInputs() {
    var inputs = new LinkedHashMap<String, WorkLife.Input>();
    inputs.put("Offer", new WorkLife.Offer(WORK, AMAL));
    inputs.put("Accept", new Accept(WORK, AMAL, 1));
    inputs.put("Accept, another offer", new Accept(WORK, AMAL, 2));
    inputs.put("Decline", new Decline(WORK, AMAL, 1));
    inputs.put("Expire", new Expire(WORK, 1));
    inputs.put("Expire, another offer", new Expire(WORK, 2));
    inputs.put("Leave", new Leave(WORK));
    inputs.put("Release", new Release(WORK, AMAL));
    inputs.put("Release, another agent", new Release(WORK, SAM));
    inputs.put("Transfer", new Transfer(WORK, AMAL, new ServiceId(6)));
    inputs.put("Transfer, another agent", new Transfer(WORK, SAM, new ServiceId(6)));
    inputs.put("Give", new Command.Give(WORK, AMAL, SAM, false, ""));
    inputs.put("Give, another agent", new Command.Give(WORK, SAM, AMAL, false, ""));
    inputs.put("HandOver", new HandOver(WORK, AMAL, SAM));
    inputs.put("HandOver, another agent", new HandOver(WORK, SAM, AMAL));
    inputs.put("GiveBack", new GiveBack(WORK, AMAL, Presence.NO_ANSWER));
    inputs.put("GiveBack, another agent", new GiveBack(WORK, SAM, Presence.NO_ANSWER));
    inputs.put("Dispose", new Dispose(WORK, AMAL));
    inputs.put("EndWrapUp", new EndWrapUp(WORK, LATER));
    inputs.put("EndWrapUp, another deadline", new EndWrapUp(WORK, T));
    inputs.put("Prolong", new WorkLife.Prolong(WORK, LATER, LATER.plusSeconds(60)));
    inputs.put("Prolong, another deadline", new WorkLife.Prolong(WORK, T, LATER));
    inputs.put("Postpone", new Command.Postpone(WORK, AMAL, UNTIL, ""));
    inputs.put("Postpone, another agent", new Command.Postpone(WORK, SAM, UNTIL, ""));
    inputs.put("ComeBack", new Command.ComeBack(WORK, UNTIL));
    inputs.put("ComeBack, another moment", new Command.ComeBack(WORK, T));
    inputs.put("Wake", new Command.Wake(WORK));
    inputs.put("Take", new Command.Take(WORK, AMAL));
    inputs.put("Take, another agent", new Command.Take(WORK, SAM));
    inputs.put("Widen", new Widen(WORK, LATER));
    inputs.put("Relax", new Relax(WORK, LATER));
    inputs.put("Hush", new WorkLife.Hush(WORK));
    inputs.put("Recall", new WorkLife.Recall(WORK));
    inputs.put("Return", new WorkLife.Return(WORK, AMAL));
    inputs.put("Withdraw", new WorkLife.Withdraw(WORK));
    inputs.put("GiveWay", new WorkLife.GiveWay(WORK, AMAL));
    inputs.put("GiveWay, another agent", new WorkLife.GiveWay(WORK, SAM));
    return inputs;
  }

  private static String say(WorkLife.Move move) {
    return switch (move) {
      case WorkLife.Move.To(var state, var event) ->
          "**" + state.getClass().getSimpleName() + "**, " + event.getClass().getSimpleName();
      case WorkLife.Move.Refused(Answer.Ignored(Reason why)) -> "ignored: " + why;
      case WorkLife.Move.Refused(Answer.Rejected(Reason why)) -> "rejected: " + why;
      case WorkLife.Move.Refused(Answer.Done _) -> throw new IllegalStateException();
    };
  }

  private static Map<String, Standing> standings() {
    var lunch = new Presence.NotReady("LUNCH");
    var standings = new LinkedHashMap<String, Standing>();
    standings.put("LoggedOut", Standing.LOGGED_OUT);
    standings.put("NotReady", Standing.at(lunch));
    standings.put("Ready", Standing.at(Presence.READY));
    standings.put("Ready, then NotReady", new Standing(Presence.READY, lunch));
    standings.put("Ready, then LoggedOut", new Standing(Presence.READY, Presence.LOGGED_OUT));
    return standings;
  }

  private static Map<String, PresenceLife.Input> presenceInputs() {
    var inputs = new LinkedHashMap<String, PresenceLife.Input>();
    inputs.put("LogIn", new PresenceLife.Input.Asked(new LogIn(AMAL)));
    inputs.put("GoReady", new PresenceLife.Input.Asked(new GoReady(AMAL)));
    inputs.put("GoNotReady", new PresenceLife.Input.Asked(new GoNotReady(AMAL, "BREAK")));
    inputs.put("LogOut", new PresenceLife.Input.Asked(new LogOut(AMAL)));
    inputs.put("Demoted", new PresenceLife.Input.Demoted(Presence.NO_ANSWER));
    inputs.put("HandsFree", new PresenceLife.Input.HandsFree());
    return inputs;
  }

  private static String say(PresenceLife.Move move) {
    return switch (move) {
      case PresenceLife.Move.To(Standing next) ->
          "**" + say(next.presence()) + "**" + (next.pending() ? ", then " + say(next.next()) : "");
      case PresenceLife.Move.Refused(Answer.Ignored(Reason why)) -> "ignored: " + why;
      case PresenceLife.Move.Refused(Answer.Rejected(Reason why)) -> "rejected: " + why;
      case PresenceLife.Move.Refused(Answer.Done _) -> throw new IllegalStateException();
    };
  }

  private static Map<String, Guest> guests() {
    var guests = new LinkedHashMap<String, Guest>();
    guests.put("Asked", new Guest(SAM, AMAL, T, UNTIL));
    guests.put("Joined", new Guest(SAM, AMAL, T, null));
    guests.put("Joined, not asked", new Guest(SAM, null, T, null));
    return guests;
  }

  private static Map<String, GuestLife.Input> guestInputs() {
    var inputs = new LinkedHashMap<String, GuestLife.Input>();
    inputs.put("Invite", said(new Command.Invite(WORK, AMAL, SAM, "")));
    inputs.put("Join", said(new Command.Join(WORK, SAM)));
    inputs.put("StepIn", said(new Command.StepIn(WORK, SAM)));
    inputs.put("Depart", said(new Command.Depart(WORK, SAM)));
    inputs.put("Dismiss", said(new Command.Dismiss(WORK, AMAL, SAM)));
    inputs.put("Dismiss, another agent", said(new Command.Dismiss(WORK, SAM, SAM)));
    inputs.put("InvitationOver", said(new Command.InvitationOver(WORK, SAM, UNTIL)));
    inputs.put("InvitationOver, another deadline", said(new Command.InvitationOver(WORK, SAM, T)));
    inputs.put("Gone", new GuestLife.Input.Gone(Parting.AWAY));
    return inputs;
  }

  private static GuestLife.Input said(Command.GuestCommand command) {
    return new GuestLife.Input.Said(command);
  }

  private static String say(GuestLife.Move move) {
    return switch (move) {
      case GuestLife.Move.To(var _, Event.GuestLeft left) -> "no guest, GuestLeft " + left.why();
      case GuestLife.Move.To(var _, var event) -> "**Joined**, " + event.getClass().getSimpleName();
      case GuestLife.Move.Refused(Answer.Ignored(Reason why)) -> "ignored: " + why;
      case GuestLife.Move.Refused(Answer.Rejected(Reason why)) -> "rejected: " + why;
      case GuestLife.Move.Refused(Answer.Done _) -> throw new IllegalStateException();
    };
  }

  private static String say(Presence presence) {
    return switch (presence) {
      case Presence.LoggedOut _ -> "LoggedOut";
      case Presence.NotReady(String reason) -> "NotReady " + reason;
      case Presence.Ready _ -> "Ready";
    };
  }

  @Test
  void theTablesInTheDocumentAreThoseOfTheCode() {
    var text =
        new StringBuilder(
            """
            # State machines

            Printed from the code by `StateTablesTest`; do not edit. To rewrite: `mvn test -Dtest=StateTablesTest -Dwrite`.

            ## Work on a floor (`WorkState`, `WorkLife`)

            In bold the next state, then the event. *Ignored* is a race that is normal, *rejected* a mistake of the caller. The
            offer is number 1, made to the agent who asks, unless the line says otherwise. The work is a mail that this agent has
            postponed before.

            """);
    row(text, "", workStates().keySet());
    rule(text, workStates().size());
    for (var input : workInputs().entrySet())
      row(
          text,
          input.getKey(),
          workStates().values().stream()
              .map(s -> say(new WorkLife().move(s, input.getValue(), SITUATION)))
              .toList());
    text.append("\n## Presence of an agent (`Standing`, `PresenceLife`)\n\nWith empty hands:\n\n");
    presence(text, false);
    text.append("\nWith work in hand:\n\n");
    presence(text, true);
    text.append(
        """

        ## A guest in the work of another agent (`Guest`, `GuestLife`)

        Whoever is none of both is no guest. *Dismiss* comes from the agent who has the work, unless the line says otherwise.

        """);
    row(text, "", guests().keySet());
    rule(text, guests().size());
    for (var input : guestInputs().entrySet())
      row(
          text,
          input.getKey(),
          guests().values().stream()
              .map(
                  guest ->
                      say(
                          GuestLife.move(
                              guest, input.getValue(), new GuestLife.Situation(WORK, AMAL, LATER))))
              .toList());
    CommittedFile.at("docs/state-machines.md").mustSay(text.toString(), getClass());
  }

  private static void presence(StringBuilder text, boolean holding) {
    row(text, "", standings().keySet());
    rule(text, standings().size());
    for (var input : presenceInputs().entrySet())
      row(
          text,
          input.getKey(),
          standings().values().stream()
              .map(s -> say(PresenceLife.move(s, input.getValue(), holding)))
              .toList());
  }

  private static void row(StringBuilder text, String name, Iterable<String> cells) {
    text.append("| ").append(name).append(" | ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static void rule(StringBuilder text, int columns) {
    text.append("|---".repeat(columns + 1)).append("|\n");
  }

  @Test
  void everyStateAndEveryInputHasARow() {
    assertThat(kinds(workStates().values())).isEqualTo(permitted(WorkState.class));
    assertThat(kinds(workInputs().values())).isEqualTo(permitted(WorkLife.Input.class));
    assertThat(kinds(standings().values().stream().map(Standing::presence).toList()))
        .isEqualTo(permitted(Presence.class));
    var asked =
        presenceInputs().values().stream()
            .map(i -> i instanceof PresenceLife.Input.Asked(var c) ? c : i)
            .toList();
    var all = permitted(PresenceLife.Input.class);
    all.remove("Asked");
    all.addAll(permitted(Command.PresenceCommand.class));
    assertThat(kinds(asked)).isEqualTo(all);
  }

  @Test
  void everyInputOfAGuestHasARow() {
    var said =
        guestInputs().values().stream()
            .map(i -> i instanceof GuestLife.Input.Said(var c) ? c : i)
            .toList();
    var all = permitted(GuestLife.Input.class);
    all.remove("Said");
    all.addAll(permitted(Command.GuestCommand.class));
    assertThat(kinds(said)).isEqualTo(all);
  }

  private static Set<String> kinds(Iterable<?> samples) {
    var names = new TreeSet<String>();
    for (var sample : samples) names.add(sample.getClass().getSimpleName());
    return names;
  }

  private static Set<String> permitted(Class<?> type) {
    var names = new TreeSet<String>();
    var open = new ArrayList<Class<?>>(List.of(type));
    while (!open.isEmpty()) {
      var next = open.removeLast();
      if (next.isSealed()) open.addAll(List.of(next.getPermittedSubclasses()));
      else names.add(next.getSimpleName());
    }
    return names;
  }
}
