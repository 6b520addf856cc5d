package org.hiwar.floor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hiwar.floor.CommitParts;
import org.hiwar.floor.Guard;
import org.hiwar.floor.core.Event.WorkOffered;
import org.hiwar.floor.core.Event.WorkWidened;
import org.hiwar.floor.core.WorkId;
import org.hiwar.floor.store.FloorStore.Refused;
import org.hiwar.floor.store.FloorStore.Unavailable;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PgFloorStoreTest implements FloorStoreContract {
  private final WorkspaceId workspace = TestDatabase.freshWorkspace();
  private final PgFloorStore store =
      new PgFloorStore(TestStores.connections(), workspace, CommitParts.NONE, new Forbids());
  private final PgFloorStore rival =
      new PgFloorStore(TestStores.connections(), workspace, CommitParts.NONE, new Forbids());

  private static final class Forbids implements Guard {
    @Override
    public boolean watches(Medium medium) {
      return medium == Medium.PREVIEW;
    }

    @Override
    public Set<WorkId> refuses(Connection db, WorkspaceId workspace, List<WorkOffered> offers) {
      return offers.stream()
          .map(WorkOffered::work)
          .filter(FORBIDDEN::equals)
          .collect(Collectors.toSet());
    }
  }

  @Override
  public FloorStore store() {
    return store;
  }

  @Override
  public FloorStore rival() {
    return rival;
  }

  @AfterEach
  void close() {
    store.close();
    rival.close();
  }

  @Test
  void partsOfOthersAreCommittedWithTheFloorOrNotAtAll() throws Exception {
    CommitParts rename =
        (id, _) ->
            List.of(
                new SqlPart(
                    "update workspace set name = ? where id = ?", List.of("renamed", id.value())));
    CommitParts fail = (_, _) -> List.of(new SqlPart("select 1 / ?", List.of(0)));
    try (var failing =
            new PgFloorStore(
                TestStores.connections(),
                workspace,
                (w, e) -> List.of(rename.of(w, e).getFirst(), fail.of(w, e).getFirst()),
                Guard.NONE);
        var renaming = new PgFloorStore(TestStores.connections(), workspace, rename, Guard.NONE)) {
      var tenure = failing.takeOver();
      var event = new WorkWidened(new WorkId(1), Medium.PREVIEW, T);
      assertThatThrownBy(() -> failing.commit(FloorStoreContract.batch(tenure, 1, List.of(event))))
          .isInstanceOf(Refused.class);
      assertThat(name()).startsWith("Test");
      renaming.commit(FloorStoreContract.batch(tenure, 1, List.of(event)));
      assertThat(name()).isEqualTo("renamed");
    }
  }

  private String name() {
    return TestDatabase.database()
        .inDirectory(
            db ->
                db.sql("select name from workspace where id = ?")
                    .param(workspace.value())
                    .query(String.class)
                    .single());
  }

  /// As PostgreSQL does with one of two that wait for each other. Only once in a session: its lock
  /// outlasts what was taken back.
  private static final String TAKEN_BACK_ONCE =
      """
      do $$ begin
        if not exists (select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid() and objid = 4711) then
          perform pg_advisory_lock_shared(4711);
          raise exception 'taken back' using errcode = 'deadlock_detected';
        end if;
      end $$\
      """;

  @Test
  void whatTheDatabaseTakesBackForAnotherIsCommittedAgain() throws Exception {
    CommitParts once = (_, _) -> List.of(new SqlPart(TAKEN_BACK_ONCE, List.of()));
    for (boolean guarded : List.of(false, true))
      try (var contended =
          new PgFloorStore(
              TestStores.connections(), workspace, once, guarded ? new Forbids() : Guard.NONE)) {
        var tenure = contended.takeOver();
        assertThat(contended.commit(FloorStoreContract.offered(tenure, new WorkId(77)))).isEmpty();
        assertThat(contended.takeOver().batch())
            .as("guarded: " + guarded)
            .isEqualTo(tenure.batch() + 1);
      }
  }

  @Test
  void aCutConnectionIsUnavailableAndTheNextOneWorks() throws Exception {
    var tenure = store.takeOver();
    TestStores.cutConnectionOf(workspace);
    assertThatThrownBy(
            () ->
                store.commit(
                    FloorStoreContract.batch(
                        tenure, 1, List.of(FloorStoreContract.ready(AMAL)), List.of())))
        .isInstanceOf(Unavailable.class);
    assertThat(store.takeOver().batch()).isEqualTo(tenure.batch());
  }

  @Test
  void anotherWorkspaceSeesNothing() throws Exception {
    var tenure = store.takeOver();
    store.commit(
        FloorStoreContract.batch(tenure, 1, List.of(FloorStoreContract.ready(AMAL)), List.of()));
    var other = TestDatabase.freshWorkspace();
    for (var table :
        List.of(
            "floor", "floor_agent", "floor_work", "work_ended", "floor_event", "floor_command")) {
      long seen =
          TestDatabase.database()
              .in(
                  other.value(),
                  db -> db.sql("select count(*) from " + table).query(Long.class).single());
      assertThat(seen).as(table).isZero();
    }
  }
}
