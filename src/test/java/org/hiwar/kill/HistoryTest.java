package org.hiwar.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hiwar.kill.History.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The judge of the kill test finds each fault that it is there for.
class HistoryTest {
  private final History history = new History();
  private final TreeMap<Long, String> kept = new TreeMap<>();

  /// A customer says two things and is answered once; a third is refused.
  @BeforeEach
  void talk() {
    store(1, "c1-1");
    store(2, "c1-2");
    store(3, "amal: re c1-1");
    history.refused("c1-3");
  }

  @Test
  void whatIsAsPromisedIsWell() {
    assertThat(judged()).isEmpty();
  }

  @Test
  void anAcknowledgedMessageIsGone() {
    kept.remove(3L);
    assertThat(judged()).anyMatch(wrong -> wrong.startsWith("amal: re c1-1, acknowledged"));
  }

  @Test
  void aMessageIsThereTwice() {
    kept.put(4L, "c1-2");
    assertThat(judged()).anyMatch(wrong -> wrong.startsWith("c1-2 is there twice"));
  }

  @Test
  void aRefusedMessageIsThere() {
    kept.put(4L, "c1-3");
    assertThat(judged()).contains("c1-3 was refused and is there");
  }

  @Test
  void aNumberIsMissing() {
    kept.put(5L, "c1-4");
    assertThat(judged()).contains("7 has the numbers [1, 2, 3, 5]");
  }

  @Test
  void theOrderIsAnother() {
    kept.put(1L, "c1-2");
    kept.put(2L, "c1-1");
    assertThat(judged()).contains("c1-1 stands after number 2");
  }

  @Test
  void anAnswerComesBeforeItsQuestion() {
    kept.put(4L, "amal: re c1-5");
    kept.put(5L, "c1-5");
    assertThat(judged()).contains("amal: re c1-5 stands before what it answers");
  }

  @Test
  void aSideHasNotSeenAll() {
    kept.put(4L, "c1-4");
    assertThat(judged())
        .anyMatch(wrong -> wrong.startsWith("the customer saw"))
        .anyMatch(wrong -> wrong.startsWith("the agent saw"));
  }

  @Test
  void aScreenShowedSomethingElse() {
    history.seen(Side.AGENT, "7", 2, "c1-9");
    assertThat(judged()).contains("AGENT saw c1-2 and c1-9 as number 2 of 7");
  }

  @Test
  void aConversationThatNoCustomerSawIsKept() {
    assertThat(history.judge(Map.of("7", kept, "8", new TreeMap<>(Map.of(1L, "c2-1")))))
        .anyMatch(wrong -> wrong.startsWith("customers saw [7]"));
  }

  @Test
  void aCustomerSeesNoNoteAndAnAgentDoes() {
    kept.put(4L, "note: amal about c1-2");
    history.seen(Side.AGENT, "7", 4, "note: amal about c1-2");
    assertThat(judged()).isEmpty();
    history.seen(Side.CUSTOMER, "7", 4, "note: amal about c1-2");
    assertThat(judged()).anyMatch(wrong -> wrong.startsWith("the customer saw"));
  }

  private void store(long seq, String text) {
    kept.put(seq, text);
    history.acknowledged(text, "7", seq);
    history.seen(Side.CUSTOMER, "7", seq, text);
    history.seen(Side.AGENT, "7", seq, text);
  }

  private List<String> judged() {
    return history.judge(Map.of("7", kept));
  }
}
