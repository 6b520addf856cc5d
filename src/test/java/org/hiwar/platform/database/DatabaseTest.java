package org.hiwar.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
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

  @Test
  void severalQueriesAreAnsweredTogetherInTheNameOfOneWorkspace() {
    addTeam(here, here);
    addTeam(elsewhere, elsewhere);
    var seen = new ArrayList<Long>();
    var all = new SqlPart("select workspace from team", List.of());
    var one = new SqlPart("select 7::bigint where ?", List.of(true));
    database.ask(
        here.value(),
        List.of(
            new Question(all, row -> seen.add(row.getLong(1))),
            new Question(one, row -> seen.add(row.getLong(1)))));
    assertThat(seen).containsExactly(here.value(), 7L);
    assertThat(teams(here)).isEqualTo(1);
  }

  @Test
  void whatIsToBeDoneAfterATransactionIsDoneAfterTheOutermost() {
    var order = new ArrayList<String>();
    database.in(
        here.value(),
        _ -> {
          database.in(here.value(), _ -> order.add("inner"), () -> order.add("after"));
          return order.add("outer");
        });
    assertThat(order).containsExactly("inner", "outer", "after");
  }

  @Test
  void aTransactionIsOfOneWorkspace() {
    assertThatThrownBy(() -> database.in(here.value(), _ -> teams(elsewhere)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(teams(elsewhere)).isZero();
  }

  @Test
  void messagesThatBeginATransactionSayWhoseItIs() {
    addTeam(here, here);
    addTeam(elsewhere, elsewhere);
    var seen = new ArrayList<Long>();
    database.together(
        here.value(),
        () -> {
          database.run(List.of(another(here)));
          database.ask(here.value(), List.of(new Question(TEAMS, row -> seen.add(row.getLong(1)))));
          return seen.add(teams(here));
        });
    assertThat(seen).containsExactly(here.value(), here.value(), 2L);
    assertThat(database.<Long>together(here.value(), () -> teams(here))).isEqualTo(2);
  }

  @Test
  void messagesOfOneTransactionAreDoneTogetherOrNotAtAll() {
    assertThatThrownBy(
            () ->
                database.together(
                    here.value(),
                    () -> {
                      database.run(List.of(another(here)));
                      throw new IllegalStateException("changed their mind");
                    }))
        .hasMessage("changed their mind");
    assertThatThrownBy(() -> database.together(here.value(), () -> teams(elsewhere)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(teams(here)).isZero();
  }

  @Test
  void whatIsToldAtOnceIsDoneTogetherOrNotAtAll() {
    database.tell(here.value(), List.of(another(here), another(here)));
    assertThat(teams(here)).isEqualTo(2);
    assertThatThrownBy(
            () -> database.tell(here.value(), List.of(another(here), another(elsewhere))))
        .isInstanceOf(DataAccessException.class);
    assertThat(teams(here)).isEqualTo(2);
    assertThatThrownBy(
            () ->
                database.in(
                    here.value(),
                    _ -> {
                      database.tell(here.value(), List.of(another(here)));
                      return 0;
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  private static final SqlPart TEAMS = new SqlPart("select workspace from team", List.of());

  private static SqlPart another(WorkspaceId to) {
    long id = TestDatabase.ids().next();
    return new SqlPart(
        "insert into team (workspace, id, name) values (?, ?, ?)",
        List.of(to.value(), id, "Team " + id));
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
