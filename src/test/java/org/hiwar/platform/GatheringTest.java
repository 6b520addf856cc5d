package org.hiwar.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.hiwar.testing.Await;
import org.junit.jupiter.api.Test;

/// What many want at the same time is done together.
class GatheringTest {
  private final List<List<Integer>> done = Collections.synchronizedList(new ArrayList<>());

  @Test
  void whatComesMeanwhileIsDoneTogetherAndEachOnce() throws Exception {
    var began = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var gathering =
        new Gathering<Integer>(
            40,
            some -> {
              done.add(some);
              began.countDown();
              await(goOn);
            });
    var first = Thread.ofVirtual().start(() -> gathering.add(0));
    began.await();
    var others =
        IntStream.rangeClosed(1, 100)
            .mapToObj(i -> Thread.ofVirtual().start(() -> gathering.add(i)))
            .toList();
    Await.until(() -> others.stream().allMatch(one -> one.getState() == Thread.State.WAITING));
    goOn.countDown();
    first.join();
    for (var one : others) one.join();
    assertThat(done.stream().flatMap(List::stream)).hasSize(101).doesNotHaveDuplicates();
    assertThat(done.stream().map(List::size)).containsExactly(1, 40, 40, 20);
  }

  @Test
  void whatCannotBeDoneFailsAlone() throws Exception {
    var began = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var gathering =
        new Gathering<Integer>(
            40,
            some -> {
              began.countDown();
              await(goOn);
              if (some.contains(13)) throw new IllegalStateException("thirteen");
              done.add(some);
            });
    var first = Thread.ofVirtual().start(() -> gathering.add(0));
    began.await();
    var others =
        IntStream.rangeClosed(1, 20)
            .filter(i -> i != 13)
            .mapToObj(i -> Thread.ofVirtual().start(() -> gathering.add(i)))
            .toList();
    Await.until(() -> others.stream().allMatch(one -> one.getState() == Thread.State.WAITING));
    goOn.countDown();
    assertThatThrownBy(() -> gathering.add(13)).hasMessage("thirteen");
    first.join();
    for (var one : others) one.join();
    assertThat(done.stream().flatMap(List::stream))
        .containsExactlyInAnyOrder(
            IntStream.rangeClosed(0, 20).filter(i -> i != 13).boxed().toArray(Integer[]::new));
    gathering.add(21);
    assertThat(done.getLast()).containsExactly(21);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
