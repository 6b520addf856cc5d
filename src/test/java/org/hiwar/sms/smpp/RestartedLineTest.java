package org.hiwar.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.hiwar.Requirement;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.InboxStore;
import org.hiwar.channel.StoredInbox;
import org.hiwar.conversation.Scene;
import org.hiwar.platform.outbound.OutboundGuard;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a message centre delivers again to a process that has begun anew, by a clock that is moved.
class RestartedLineTest {
  private static final int OK = 0;

  private final Scene scene = new Scene();
  private final InboxStore store = new InboxStore(TestDatabase.database());
  private final Moved clock = new Moved();
  private final RawCentre centre = new RawCentre();
  private final Account account = account();

  RestartedLineTest() throws IOException {}

  private static final class Moved extends Clock {
    /// Two seconds before ten minutes are over.
    private volatile Instant now = Instant.parse("2026-11-22T11:59:58Z");

    void forward(int seconds) {
      now = now.plusSeconds(seconds);
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

  @AfterEach
  void close() throws IOException {
    centre.close();
    scene.close();
  }

  private Account account() {
    var settings =
        Map.of("host", "127.0.0.1", "port", "" + centre.port(), "systemId", "a", "password", "b");
    var id = new AccountId(TestDatabase.ids().next());
    scene.database.in(
        scene.workspace.value(),
        db ->
            db.sql(
                    "insert into channel_account (workspace, id, channel, name, address, service,"
                        + " created_at) values (?, ?, 'sms', 'Test', ?, ?, ?)")
                .params(
                    scene.workspace.value(),
                    id.value(),
                    SmppScene.OURS,
                    scene.service.value(),
                    OffsetDateTime.now())
                .update());
    return new Account(
        scene.workspace, id, "sms", "Test", SmppScene.OURS, scene.service, null, settings, true, 1);
  }

  /// A process that remembers nothing of the one before.
  private final class Process implements AutoCloseable {
    private final StoredInbox inbox = new StoredInbox(store, TestDatabase.ids(), clock, _ -> {});
    private final SmppLine line =
        SmppLine.open(
            account,
            inbox,
            new SmppGround(
                new PartStore(TestDatabase.database(), TestDatabase.ids(), clock),
                new SegmentStore(TestDatabase.database(), clock),
                new LineStore(TestDatabase.database(), store),
                new OutboundSockets(
                    new OutboundGuard(InetAddress::getAllByName, true, List.of()),
                    (SSLSocketFactory) SSLSocketFactory.getDefault()),
                clock,
                Duration.ofMinutes(1),
                Duration.ofMillis(50)),
            new SmppLine.Memory());
    private final RawCentre.Peer peer = centre.accept();

    Process() throws IOException {
      Await.until(() -> line.standing().up());
    }

    void isSent(int number, String text) throws IOException {
      peer.deliver(number, RawCentre.message(text));
      assertThat(peer.answer()[1]).isEqualTo(OK);
    }

    @Override
    public void close() throws IOException {
      peer.close();
      Await.until(() -> !line.standing().up());
      line.close();
      inbox.close();
    }
  }

  private int items() {
    return store.named(scene.workspace, account.id(), Instant.EPOCH, 100).size();
  }

  @Test
  @Requirement("S0-34")
  void whatComesAgainOverARestartIsTheSameWhateverTheClockSays() throws IOException {
    try (var process = new Process()) {
      process.isSent(1, "ok");
      process.isSent(2, "and this");
    }
    clock.forward(20);
    try (var process = new Process()) {
      process.isSent(1, "ok");
      process.isSent(2, "and this");
      assertThat(items()).as("the answers were lost").isEqualTo(2);

      process.isSent(3, "ok");
      assertThat(items()).as("written once more").isEqualTo(3);
    }
    clock.forward(3_600);
    try (var process = new Process()) {
      process.isSent(1, "ok");
      assertThat(items()).as("nobody was there for an hour").isEqualTo(3);
    }
  }

  @Test
  void whoWritesTheSameAgainAfterARestartIsNotTakenForARepeat() throws IOException {
    try (var process = new Process()) {
      process.isSent(1, "ok");
      clock.forward(70);
      Await.until(() -> aliveSince(clock.instant()));
    }
    try (var process = new Process()) {
      process.isSent(1, "ok");
      assertThat(items()).as("within the same ten minutes").isEqualTo(2);
    }
  }

  private boolean aliveSince(Instant instant) {
    return scene.database.in(
        scene.workspace.value(),
        db ->
            db.sql("select alive_at >= ? from sms_line where workspace = ? and account = ?")
                .params(
                    instant.atOffset(ZoneOffset.UTC), scene.workspace.value(), account.id().value())
                .query(Boolean.class)
                .single());
  }
}
