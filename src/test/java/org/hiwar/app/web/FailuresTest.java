package org.hiwar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.hiwar.platform.Refusal;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;

class FailuresTest {
  private final Failures failures = new Failures();

  @Test
  void anAbsentDatabaseIsToBeTriedAgainAndIsNoFailureOfOurs() {
    var refusal =
        failures.refusal(
            new CannotCreateTransactionException("away", new SQLException("refused")), "a test");
    assertThat(refusal.status()).isEqualTo(503);
    assertThat(refusal.code()).isEqualTo("unavailable");
    assertThat(failures.count()).isZero();
  }

  /// By the server's limit like the pool's, only shorter; the socket waits for as long as it takes.
  @Test
  void aStatementThatTookTooLongIsNotSaidToBeAnAbsentDatabase() {
    var impatient = TestDatabase.postgres().access().unlimited();
    impatient.setOptions("-c statement_timeout=500");
    try {
      JdbcClient.create(impatient).sql("select pg_sleep(60)").query().listOfRows();
      throw new AssertionError("a minute was waited for");
    } catch (DataAccessException stopped) {
      var refusal = failures.refusal(stopped, "a test");
      assertThat(refusal.status()).isEqualTo(503);
      assertThat(refusal.code()).isEqualTo("took-too-long");
      assertThat(failures.count()).isZero();
    }
  }

  @Test
  void whatNobodyExpectedIsCountedAndNotExplained() {
    var refusal =
        failures.refusal(
            new DataIntegrityViolationException("insert into app_user violates x"),
            "a test of failures");
    assertThat(refusal.status()).isEqualTo(500);
    assertThat(refusal.sentence())
        .contains(String.valueOf(refusal.more().get("failure")))
        .doesNotContain("app_user");
    assertThat(failures.count()).isEqualTo(1);
  }

  @Test
  void aRefusalInsideAFailureStaysWhatItIs() {
    assertThat(failures.refusal(new IllegalStateException(Refusal.notFound()), "a test").status())
        .isEqualTo(404);
  }
}
