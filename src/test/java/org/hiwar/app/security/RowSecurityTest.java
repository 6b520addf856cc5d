package org.hiwar.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hiwar.testing.ApiTest;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.TestWorkspace;
import org.junit.jupiter.api.Test;

/// The second wall: what a forgotten condition in a statement would show.
class RowSecurityTest extends ApiTest {
  private static long count(String table) {
    return TestDatabase.database()
        .inDirectory(db -> db.sql("select count(*) from " + table).query(Long.class).single());
  }

  private static long count(String table, TestWorkspace as) {
    return TestDatabase.database()
        .in(
            as.id().value(),
            db -> db.sql("select count(*) from " + table).query(Long.class).single());
  }

  @Test
  void everyTableBelongsToAWorkspaceAndIsGuardedEvenAgainstItsOwner() {
    assertThat(Tables.withWorkspace()).isNotEmpty().isEqualTo(Tables.guarded());
    assertThat(Tables.all())
        .filteredOn(table -> !Tables.withWorkspace().contains(table))
        .containsExactlyInAnyOrder("workspace", "flyway_schema_history");
  }

  @Test
  void aQueryWithoutAWorkspaceSeesNothing() {
    FilledWorkspace.make();
    assertThat(Tables.withWorkspace()).allSatisfy(table -> assertThat(count(table)).isZero());
  }

  @Test
  void aQueryOfAnotherWorkspaceSeesNothing() {
    FilledWorkspace.make();
    var other = TestWorkspace.fresh();
    assertThat(Tables.withWorkspace())
        .allSatisfy(table -> assertThat(count(table, other)).isZero());
  }

  @Test
  void nothingIsWrittenIntoAnotherWorkspace() {
    var other = TestWorkspace.fresh();
    assertThatThrownBy(
            () ->
                TestDatabase.database()
                    .in(
                        workspaceId().value(),
                        db ->
                            db.sql("insert into team (workspace, id, name) values (?, 1, 'x')")
                                .param(other.id().value())
                                .update()))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void theApplicationIsAnOrdinaryRole() {
    var superior =
        TestDatabase.database()
            .inDirectory(
                db ->
                    db.sql(
                            "select rolsuper or rolbypassrls from pg_roles where rolname ="
                                + " current_user")
                        .query(Boolean.class)
                        .single());
    assertThat(superior).isFalse();
  }
}
