package org.hiwar.campaign.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hiwar.Requirement;
import org.hiwar.campaign.preview.PreviewLife.Move;
import org.hiwar.house.CommittedFile;
import org.hiwar.workspace.UserId;
import org.junit.jupiter.api.Test;

/// Prints the life of a preview, and holds it to what was decided.
class PreviewLifeTest {
  private static final UserId AMAL = new UserId(1);
  private static final UserId SAM = new UserId(2);

  private static Map<String, PreviewState> states() {
    var states = new LinkedHashMap<String, PreviewState>();
    states.put("Queued", new PreviewState.Queued());
    states.put("Offered", new PreviewState.Offered(AMAL));
    states.put("Reviewing", new PreviewState.Reviewing(AMAL));
    states.put("Dialing", new PreviewState.Dialing(AMAL, false));
    states.put("Dialing again", new PreviewState.Dialing(AMAL, true));
    states.put("Talking", new PreviewState.Talking(AMAL));
    states.put("Deciding", new PreviewState.Deciding(AMAL));
    states.put("Ended, COMPLETED", new PreviewState.Ended(PreviewState.Outcome.COMPLETED));
    states.put("Ended, SKIPPED", new PreviewState.Ended(PreviewState.Outcome.SKIPPED));
    states.put("Ended, CALLED", new PreviewState.Ended(PreviewState.Outcome.CALLED));
    return states;
  }

  private static Map<String, PreviewInput> inputs() {
    var inputs = new LinkedHashMap<String, PreviewInput>();
    inputs.put("Offer", new PreviewInput.Offer(AMAL));
    inputs.put("Accept", new PreviewInput.Accept(AMAL));
    inputs.put("ReturnOffer", new PreviewInput.ReturnOffer());
    inputs.put("Recall", new PreviewInput.Recall());
    inputs.put("Withdraw", new PreviewInput.Withdraw());
    inputs.put("Complete", new PreviewInput.Complete(AMAL));
    inputs.put("Complete, another agent", new PreviewInput.Complete(SAM));
    inputs.put("Skip", new PreviewInput.Skip(AMAL));
    inputs.put("Dial", new PreviewInput.Dial(AMAL));
    inputs.put("Dial, another agent", new PreviewInput.Dial(SAM));
    inputs.put("NotBegun", new PreviewInput.NotBegun());
    inputs.put("Answered", new PreviewInput.Answered());
    inputs.put("Over", new PreviewInput.Over());
    inputs.put("End", new PreviewInput.End());
    return inputs;
  }

  private static String say(Move move) {
    return switch (move) {
      case Move.To(PreviewState.Ended(var outcome)) -> "**Ended, " + outcome + "**";
      case Move.To(PreviewState.Dialing(var _, boolean again)) ->
          again ? "**Dialing again**" : "**Dialing**";
      case Move.To(var state) -> "**" + state.getClass().getSimpleName() + "**";
      case Move.Done _ -> "done already";
      case Move.Late _ -> "late";
      case Move.NotYours _ -> "not yours";
    };
  }

  @Test
  @Requirement("S2-10")
  void theTableInTheDocumentIsThatOfTheCode() {
    var text =
        new StringBuilder(
            """
            # The life of a preview

            Printed from the code by `PreviewLifeTest`; do not edit. To rewrite: `mvn test -Dtest=PreviewLifeTest -Dwrite`.

            One hand-out of a calling record (`PreviewState`, `PreviewLife`), at the agent who asks unless the line says otherwise.
            In bold the next state. *Done already*: a second click is answered as the first. *Late*: something else came first.

            """);
    row(text, "", List.copyOf(states().keySet()));
    text.append("|---".repeat(states().size() + 1)).append("|\n");
    inputs()
        .forEach(
            (name, input) ->
                row(
                    text,
                    name,
                    states().values().stream()
                        .map(state -> say(PreviewLife.move(state, input)))
                        .toList()));
    CommittedFile.at("docs/preview-life.md").mustSay(text.toString(), getClass());
  }

  private static void row(StringBuilder text, String name, List<String> cells) {
    text.append("| ").append(name).append(" | ").append(String.join(" | ", cells)).append(" |\n");
  }

  @Test
  void everyStateAndEveryInputIsInTheTable() {
    assertThat(kinds(states().values())).isEqualTo(permitted(PreviewState.class));
    assertThat(kinds(inputs().values())).isEqualTo(permitted(PreviewInput.class));
  }

  private static TreeSet<String> kinds(Iterable<?> samples) {
    var names = new TreeSet<String>();
    for (var sample : samples) names.add(sample.getClass().getSimpleName());
    return names;
  }

  private static TreeSet<String> permitted(Class<?> type) {
    var names = new TreeSet<String>();
    for (var each : type.getPermittedSubclasses()) names.add(each.getSimpleName());
    return names;
  }
}
