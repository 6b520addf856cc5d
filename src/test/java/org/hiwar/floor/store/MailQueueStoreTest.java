package org.hiwar.floor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hiwar.floor.store.FloorStoreContract.AMAL;
import static org.hiwar.floor.store.FloorStoreContract.SAM;
import static org.hiwar.floor.store.FloorStoreContract.T;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hiwar.floor.core.Work;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.core.WorkRow;
import org.hiwar.floor.core.WorkState;
import org.hiwar.floor.core.WorkState.Postponed;
import org.hiwar.floor.core.WorkState.Queued;
import org.hiwar.floor.store.MailQueueStore.Pulled;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailQueueStoreTest {
  private static final Pulled SLOW = pulled(5, 0, Duration.ofDays(2));
  private static final Pulled QUICK = pulled(6, 0, Duration.ofHours(1));
  private static final Pulled URGENT = pulled(7, 1, Duration.ofDays(9));

  private final WorkspaceId workspace = TestDatabase.freshWorkspace();
  private final MailQueueStore queues = new MailQueueStore(TestDatabase.database());

  private static Pulled pulled(long service, int precedence, Duration within) {
    return new Pulled(new ServiceId(service), precedence, within.toMillis());
  }

  private static WorkRow mail(
      long id, Pulled service, Instant arrived, @Nullable UserId preferred, WorkState state) {
    var work =
        new Work(
            new WorkId(id),
            service.service(),
            Medium.EMAIL,
            List.of(),
            0,
            arrived,
            preferred,
            false,
            0);
    return new WorkRow(work, state);
  }

  private static WorkState waiting() {
    return new Queued(0, T, null, null);
  }

  private void stored(WorkRow... rows) throws Exception {
    try (var store = TestStores.of(workspace)) {
      var agents = List.of(FloorStoreContract.ready(AMAL), FloorStoreContract.ready(SAM));
      store.commit(FloorStoreContract.batch(store.takeOver(), 1, agents, List.of(rows)));
    }
  }

  private static List<Long> ids(MailQueueStore.Page page) {
    return page.first().stream().map(one -> one.work().value()).toList();
  }

  @Test
  void theOrderIsPrecedenceAndThenWhatIsDueFirst() throws Exception {
    stored(
        mail(1, SLOW, T, null, waiting()),
        mail(2, QUICK, T.plusSeconds(60), null, waiting()),
        mail(3, QUICK, T, null, waiting()),
        mail(4, URGENT, T.plusSeconds(90), null, waiting()));
    var page = queues.waiting(workspace, List.of(SLOW, QUICK, URGENT), 3);
    assertThat(ids(page)).containsExactly(4L, 3L, 2L);
    assertThat(page.all()).isEqualTo(4);
    assertThat(page.first().get(1).due()).isEqualTo(T.plus(Duration.ofHours(1)));
    assertThat(ids(queues.waiting(workspace, List.of(SLOW), 3))).containsExactly(1L);
    assertThat(ids(queues.waiting(workspace, List.of(), 3))).isEmpty();
  }

  @Test
  void whatAnAgentHasOrAloneMayHaveOrHasPostponedWaitsForNobodyElse() throws Exception {
    stored(
        mail(1, QUICK, T, null, FloorStoreContract.active(AMAL)),
        mail(2, QUICK, T, AMAL, new Queued(1, T, null, T.plusSeconds(120))),
        mail(3, QUICK, T, AMAL, new Postponed(1, T, T.plusSeconds(900))),
        mail(4, QUICK, T, AMAL, new Postponed(1, T, T.plusSeconds(600))),
        mail(5, QUICK, T, SAM, new Postponed(1, T, T.plusSeconds(300))),
        mail(6, QUICK, T, AMAL, waiting()));
    assertThat(ids(queues.waiting(workspace, List.of(QUICK), 9))).containsExactly(6L);
    assertThat(queues.postponed(workspace, AMAL, 9)).containsExactly(new WorkId(4), new WorkId(3));
  }
}
