package org.hiwar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.hiwar.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailuresTest {
  private final Failures failures = new Failures();

  @Test
  void anAbsentDatabaseIsToBeTriedAgainAndIsNoFailureOfOurs() {
    var refusal = failures.refusal(new CannotCreateTransactionException("away", new SQLException("refused")), "a test");
    assertThat(refusal.status()).isEqualTo(503);
    assertThat(refusal.code()).isEqualTo("unavailable");
    assertThat(failures.count()).isZero();
  }

  @Test
  void whatNobodyExpectedIsCountedAndNotExplained() {
    var refusal = failures.refusal(new DataIntegrityViolationException("insert into app_user violates x"), "a test of failures");
    assertThat(refusal.status()).isEqualTo(500);
    assertThat(refusal.sentence()).contains(String.valueOf(refusal.more().get("failure"))).doesNotContain("app_user");
    assertThat(failures.count()).isEqualTo(1);
  }

  @Test
  void aRefusalInsideAFailureStaysWhatItIs() {
    assertThat(failures.refusal(new IllegalStateException(Refusal.notFound()), "a test").status()).isEqualTo(404);
  }
}
