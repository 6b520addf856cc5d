package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hiwar.conversation.EndedBy;
import org.hiwar.house.CommittedFile;
import org.hiwar.voice.call.OutgoingGuard.Place;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.Test;

/// Prints the transitions of a call from the code.
class CallTablesTest {
  private static final UserId AMAL = new UserId(11);
  private static final UserId SAM = new UserId(12);
  private static final DialString NUMBER = new DialString("+493090182033");
  private static final CallEnd END = CallEnd.hungUp(EndedBy.CUSTOMER);
  private static final Way WAY =
      new Way(NUMBER, List.of(), new Caller.Unknown(), Place.NOT_COUNTED);

  private static final Guest COLLEAGUE = new Guest.Colleague(new SideId(21), SAM);
  private static final Guest OUTSIDE = new Guest.Number(new SideId(22), WAY);

  private static Phase apart(With with, UserId away) {
    return new Phase.Apart(new Phase.Consulting(AMAL, COLLEAGUE, with), away);
  }

  private static Map<String, Phase> phases() {
    var phases = new LinkedHashMap<String, Phase>();
    phases.put("Prepared", new Phase.Prepared(AMAL));
    phases.put("ReachingFirst", new Phase.ReachingFirst(AMAL));
    phases.put("Dialling", new Phase.Dialling(AMAL));
    phases.put("Ringing", new Phase.Ringing(AMAL));
    phases.put("Waiting", new Phase.Waiting());
    phases.put("Talking", new Phase.Talking(AMAL, false));
    phases.put("Talking, held", new Phase.Talking(AMAL, true));
    phases.put("Reaching", new Phase.Reaching(AMAL));
    phases.put("Stranded", new Phase.Stranded(AMAL, false));
    phases.put("Returning", new Phase.Returning(AMAL));
    phases.put("Asking a colleague", new Phase.Asking(AMAL, COLLEAGUE));
    phases.put("Asking a number", new Phase.Asking(AMAL, OUTSIDE));
    phases.put(
        "Consulting, the agent with the colleague",
        new Phase.Consulting(AMAL, COLLEAGUE, With.CONSULTED));
    phases.put(
        "Consulting, the agent with the customer",
        new Phase.Consulting(AMAL, COLLEAGUE, With.CUSTOMER));
    phases.put("Consulting, all three", new Phase.Consulting(AMAL, COLLEAGUE, With.ALL));
    phases.put(
        "Consulting, the agent with a number", new Phase.Consulting(AMAL, OUTSIDE, With.CONSULTED));
    phases.put("Apart, the colleague away", apart(With.CONSULTED, SAM));
    for (var with : With.values())
      phases.put("Apart, the agent away from " + with, apart(with, AMAL));
    phases.put("Forwarding", new Phase.Forwarding(AMAL, NUMBER));
    phases.put("HandedOver", new Phase.HandedOver(NUMBER));
    phases.put("Forwarded", new Phase.Forwarded(NUMBER));
    phases.put("Leaving", new Phase.Leaving(END));
    phases.put("Over", new Phase.Over(END));
    return phases;
  }

  private static Map<String, Happening> happenings() {
    var all = new LinkedHashMap<String, Happening>();
    all.put("Go", new Happening.Go());
    all.put("NotBegun", new Happening.NotBegun());
    all.put("Rings", new Happening.Rings());
    all.put("EarlyAudio", new Happening.EarlyAudio());
    all.put("Answered", new Happening.Answered());
    all.put("FarEndGone", new Happening.FarEndGone(END));
    all.put("FarEndSilent", new Happening.FarEndSilent());
    all.put("Accepted", new Happening.Accepted(AMAL));
    all.put("Accepted, another agent", new Happening.Accepted(SAM));
    all.put("Requeued", new Happening.Requeued(null));
    all.put("FloorEnded by AGENT", new Happening.FloorEnded(EndedBy.AGENT));
    all.put("FloorEnded by SYSTEM", new Happening.FloorEnded(EndedBy.SYSTEM));
    all.put("DeviceReady", new Happening.DeviceReady(AMAL));
    all.put("DeviceReady, another agent", new Happening.DeviceReady(SAM));
    all.put("DeviceGone", new Happening.DeviceGone(AMAL));
    all.put("DeviceGone, another agent", new Happening.DeviceGone(SAM));
    all.put("DeviceToReach", new Happening.DeviceToReach(AMAL));
    all.put("DeviceHungUp", new Happening.DeviceHungUp(AMAL));
    all.put("DeviceHungUp, another agent", new Happening.DeviceHungUp(SAM));
    all.put("Hold", new Happening.Hold());
    all.put("Retrieve", new Happening.Retrieve());
    all.put("Forward", new Happening.Forward(WAY));
    all.put("Consult", new Happening.Consult(COLLEAGUE));
    all.put("GuestAnswered", new Happening.GuestAnswered());
    all.put("GuestGone", new Happening.GuestGone());
    all.put("TalkTo CUSTOMER", new Happening.TalkTo(With.CUSTOMER));
    all.put("TalkTo CONSULTED", new Happening.TalkTo(With.CONSULTED));
    all.put("TalkTo ALL", new Happening.TalkTo(With.ALL));
    all.put("Complete", new Happening.Complete());
    all.put("LetGo", new Happening.LetGo());
    all.put("TimeUp", new Happening.TimeUp());
    all.put("Broken", new Happening.Broken(CallEnd.Cause.FAULT));
    return all;
  }

  @Test
  void theTableInTheDocumentIsThatOfTheCode() {
    var text =
        new StringBuilder(
            """
            # The life of a call

            Printed from the code by `CallTablesTest`; do not edit. To rewrite: `mvn test -Dtest=CallTablesTest -Dwrite`.

            Each phase (`Phase`), what happens (`Happening`), the next phase in bold and what is done (`Effect`). What is not
            listed is ignored: both sides act at once, and much is told twice.

            """);
    phases().forEach((name, phase) -> section(text, name, phase));
    CommittedFile.at("docs/call-life.md").mustSay(text.toString(), getClass());
  }

  private static void section(StringBuilder text, String name, Phase phase) {
    text.append("## ").append(name).append("\n\n");
    var limit = phase.limit();
    if (limit != null) text.append("For ").append(limit.toSeconds()).append(" s at most.\n\n");
    var rows = new StringBuilder();
    happenings()
        .forEach(
            (happening, what) -> {
              if (CallLife.move(phase, what)
                  instanceof CallLife.Move.To(Phase next, List<Effect> effects))
                row(rows, happening, next, effects);
            });
    if (rows.isEmpty()) text.append("Everything is ignored.\n\n");
    else
      text.append("| What happens | Then | Is done |\n|---|---|---|\n").append(rows).append('\n');
  }

  private static void row(StringBuilder rows, String what, Phase next, List<Effect> effects) {
    var done = effects.stream().map(CallTablesTest::name).toList();
    rows.append("| ").append(what).append(" | ").append(say(next)).append(" | ");
    rows.append(String.join(", ", done)).append(" |\n");
  }

  private static String say(Phase phase) {
    var name = "**" + phase.getClass().getSimpleName() + "**";
    if (phase instanceof Phase.Consulting(_, _, var with)) return name + " with " + with;
    return phase instanceof Phase.Talking(_, var held) && held ? name + ", held" : name;
  }

  private static String name(Effect effect) {
    var name = effect.getClass().getSimpleName();
    return effect instanceof Effect.TellFloor(var by) ? name + " " + by : name;
  }

  @Test
  void everyPhaseAndEverythingThatHappensHasARow() {
    assertThat(kinds(phases().values())).isEqualTo(permitted(Phase.class));
    assertThat(kinds(happenings().values())).isEqualTo(permitted(Happening.class));
  }

  /// Whatever happens to a call, in whatever order, hanging up ends it.
  @Test
  void fromEveryPhaseTheEndOfTheCustomersSideIsTheEnd() {
    for (var phase : phases().values())
      if (!(phase instanceof Phase.Prepared) && !(phase instanceof Phase.Over))
        assertThat(CallLife.move(phase, new Happening.FarEndGone(END)))
            .isInstanceOfSatisfying(
                CallLife.Move.To.class, to -> assertThat(to.next()).isInstanceOf(Phase.Over.class));
  }

  /// A phase with a limit is left when the limit has passed.
  @Test
  void noLimitedPhaseOutlivesItsLimit() {
    for (var phase : phases().values())
      if (phase.limit() != null)
        assertThat(CallLife.move(phase, new Happening.TimeUp()))
            .isInstanceOfSatisfying(
                CallLife.Move.To.class, to -> assertThat(to.next()).isNotEqualTo(phase));
  }

  private static Set<String> kinds(Iterable<?> samples) {
    var names = new TreeSet<String>();
    for (var sample : samples) names.add(sample.getClass().getSimpleName());
    return names;
  }

  private static Set<String> permitted(Class<?> type) {
    var names = new TreeSet<String>();
    for (var each : new ArrayList<>(List.of(type.getPermittedSubclasses())))
      names.add(each.getSimpleName());
    return names;
  }
}
