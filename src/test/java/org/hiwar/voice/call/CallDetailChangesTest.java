package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hiwar.conversation.Direction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;

class CallDetailChangesTest {
  private static final WorkspaceId WORKSPACE = new WorkspaceId(7);
  private static final long POISON = 13;
  private final List<List<CallDetail>> batches = Collections.synchronizedList(new ArrayList<>());
  private final CallDetailChanges changes = new CallDetailChanges(this::store);

  private void store(WorkspaceId workspace, List<CallDetail> details) {
    if (details.stream().anyMatch(detail -> detail.id().value() == POISON))
      throw new IllegalStateException("cannot be stored");
    batches.add(details);
  }

  private CompletableFuture<Boolean> put(long id, long talkedMs) {
    return changes.put(WORKSPACE, detail(id, talkedMs));
  }

  private static CallDetail detail(long id, long talkedMs) {
    return new CallDetail(
        new InteractionId(id),
        Direction.INBOUND,
        "",
        "",
        null,
        "",
        Instant.EPOCH,
        null,
        null,
        Duration.ofMillis(talkedMs),
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void whatComesTogetherIsStoredTogetherAndOfEachCallTheLast() throws InterruptedException {
    var first = put(1, 5);
    var other = put(2, 6);
    var last = put(1, 7);
    changes.drain();
    assertThat(List.of(first.join(), other.join(), last.join())).containsOnly(true);
    var stored = batches.stream().flatMap(List::stream).toList();
    assertThat(stored).contains(detail(2, 6)).last().isIn(detail(1, 7), detail(2, 6));
    assertThat(stored.stream().filter(detail -> detail.id().value() == 1).toList())
        .last()
        .isEqualTo(detail(1, 7));
  }

  @Test
  void oneThatCannotBeStoredDoesNotKeepTheOthersFromIt() throws InterruptedException {
    var poison = put(POISON, 1);
    var good = put(2, 1);
    changes.drain();
    assertThat(poison.join()).isFalse();
    assertThat(good.join()).isTrue();
  }

  @Test
  void itGoesOnAfterItHadNothingToDo() throws InterruptedException {
    put(1, 1).join();
    changes.drain();
    assertThat(put(1, 2).join()).isTrue();
    assertThat(batches).hasSize(2);
  }
}
