package org.hiwar.voice.call.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hiwar.voice.call.RecordingId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.junit.jupiter.api.Test;

/// What counts as one listening.
class ListeningsTest {
  private static final WorkspaceId WORKSPACE = new WorkspaceId(1);
  private static final UserId USER = new UserId(2);
  private static final RecordingId RECORDING = new RecordingId(3);

  private final HandClock clock = new HandClock();
  private final Listenings listenings = new Listenings(clock);

  private boolean begins() {
    return begins(USER, RECORDING);
  }

  private boolean begins(UserId user, RecordingId recording) {
    var noted = new AtomicBoolean();
    listenings.note(WORKSPACE, user, recording, () -> noted.set(true));
    return noted.get();
  }

  @Test
  void whatCouldNotBeNotedIsNotedTheNextTime() {
    Runnable refused =
        () -> {
          throw new IllegalStateException("no database");
        };
    assertThatThrownBy(() -> listenings.note(WORKSPACE, USER, RECORDING, refused))
        .hasMessage("no database");
    assertThat(begins()).isTrue();
    assertThat(begins()).isFalse();
  }

  @Test
  void aPlayerThatGoesOnIsOneListening() {
    assertThat(begins()).isTrue();
    for (int i = 0; i < 5; i++) {
      clock.pass(Duration.ofMinutes(9));
      assertThat(begins()).isFalse();
    }
  }

  @Test
  void afterAPauseItIsAnother() {
    assertThat(begins()).isTrue();
    clock.pass(Duration.ofMinutes(11));
    assertThat(begins()).isTrue();
  }

  @Test
  void anotherUserAndAnotherRecordingAreOthers() {
    assertThat(begins()).isTrue();
    assertThat(begins(new UserId(4), RECORDING)).isTrue();
    assertThat(begins(USER, new RecordingId(5))).isTrue();
  }

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-11-21T09:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
