package org.hiwar.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class DatabaseTest {
  private final WorkspaceId here = TestDatabase.freshWorkspace();
  private final WorkspaceId elsewhere = TestDatabase.freshWorkspace();
  private final Database database = TestDatabase.database();

  @Test
  void aWorkspaceSeesItsOwnRowsOnly() {
    addTeam(here, here);
    assertThat(teams(here)).isEqualTo(1);
    assertThat(teams(elsewhere)).isZero();
  }

  @Test
  void withoutAWorkspaceNothingIsSeen() {
    addTeam(here, here);
    long seen =
        database.inDirectory(db -> db.sql("select count(*) from team").query(Long.class).single());
    assertThat(seen).isZero();
  }

  @Test
  void aRowOfAnotherWorkspaceCannotBeWritten() {
    assertThatThrownBy(() -> addTeam(here, elsewhere))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  private void addTeam(WorkspaceId as, WorkspaceId to) {
    database.in(
        as.value(),
        db ->
            db.sql("insert into team (workspace, id, name) values (?, ?, 'Team')")
                .params(to.value(), TestDatabase.ids().next())
                .update());
  }

  private long teams(WorkspaceId as) {
    return database.in(
        as.value(), db -> db.sql("select count(*) from team").query(Long.class).single());
  }
}
