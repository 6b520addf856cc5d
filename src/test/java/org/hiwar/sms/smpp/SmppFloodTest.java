package org.hiwar.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.hiwar.Requirement;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.AccountStore;
import org.hiwar.channel.LedgerLine;
import org.hiwar.channel.LedgerStore;
import org.hiwar.sms.simulator.SmscSimulator;
import org.hiwar.testing.Await;
import org.hiwar.testing.ChatWorkspace;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.ServiceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One message centre floods its account with what nobody can read, while customers write by
/// another one and on the page: whatever comes is somewhere, and whatever is good arrives.
@Tag("api")
class SmppFloodTest {
  private static final int AT_LEAST = 3;
  private static final int MESSAGES = 40;
  private static final int CUSTOMERS = 5;

  private final ChatWorkspace shop = ChatWorkspace.fresh();
  private final Instant began = Instant.now().minusSeconds(60);
  private final AccountStore accounts = RunningHiwar.bean(AccountStore.class);
  private final FloodingCentre flooding = new FloodingCentre();
  private final SmscSimulator other = SmscSimulator.start("hiwar", "secret");
  private final AccountId flooded = account("+963119900", flooding.port());
  private final AccountId good = account("+963119901", other.port());

  SmppFloodTest() throws IOException {}

  @AfterEach
  void close() {
    accounts.remove(shop.workspace(), flooded);
    accounts.remove(shop.workspace(), good);
    other.close();
    flooding.close();
  }

  private AccountId account(String address, int port) {
    var id = new AccountId(TestDatabase.ids().next());
    var settings =
        Map.of(
            "provider", "smpp",
            "host", "127.0.0.1",
            "port", Integer.toString(port),
            "systemId", "hiwar",
            "password", "secret");
    assertThat(
            accounts.add(
                new Account(
                    shop.workspace(),
                    id,
                    "sms",
                    address,
                    address,
                    ServiceId.of(shop.service()),
                    null,
                    settings,
                    true,
                    1)))
        .isTrue();
    return id;
  }

  @Test
  @Requirement({"S0-34", "S0-46"})
  void whateverACentreSendsEveryGoodMessageArrivesAndTheRestIsSetAside() throws Exception {
    var arrived = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var flood = CompletableFuture.runAsync(() -> flood(arrived), threads);
      var texts =
          IntStream.range(0, CUSTOMERS)
              .mapToObj(customer -> CompletableFuture.runAsync(() -> texts(customer), threads))
              .toList();
      var chat = CompletableFuture.runAsync(this::chat, threads);
      texts.forEach(CompletableFuture::join);
      chat.join();
      // what others wrote is there while the flood goes on
      Await.until(() -> texts(good).size() == MESSAGES);
      arrived.set(true);
      flood.join();
    }
    Await.until(() -> lines(flooded).stream().allMatch(line -> line.waiting() == 0));

    assertThat(texts(flooded))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, flooding.goods.get()).mapToObj(i -> "good " + i).toList());
    assertThat(texts(good)).doesNotHaveDuplicates();
    long aside =
        lines(flooded).stream().mapToLong(line -> line.aside().getOrDefault("malformed", 0L)).sum();
    assertThat(aside).isEqualTo(flooding.malformed.get());
    assertThat(flooding.refused.get()).as("what is no message at all").isPositive();
    for (var account : List.of(flooded, good))
      assertThat(lines(account)).allMatch(line -> line.missing() == 0);
  }

  private void flood(AtomicBoolean arrived) {
    try {
      for (int sessions = 0; sessions < AT_LEAST || !arrived.get(); sessions++) flooding.session();
      flooding.rest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void texts(int customer) {
    for (int i = customer; i < MESSAGES; i += CUSTOMERS)
      if (!other.send("+96394455560" + customer, "+963119901", "text " + i))
        throw new AssertionError("nobody took text " + i);
  }

  private void chat() {
    try (var visitor = shop.visitor("en")) {
      visitor.connect();
      for (int i = 0; i < MESSAGES; i++) visitor.say("chat " + i);
    }
  }

  private List<LedgerLine> lines(AccountId account) {
    return RunningHiwar.bean(LedgerStore.class)
        .lines(shop.workspace(), began, Instant.now().plusSeconds(60))
        .stream()
        .filter(line -> line.account().equals(account))
        .toList();
  }

  private List<String> texts(AccountId account) {
    return TestDatabase.database()
        .in(
            shop.workspace().value(),
            db ->
                db.sql(
                        """
                        select m.text from message m join interaction i on i.workspace = m.workspace and i.id = m.interaction
                        where m.workspace = ? and i.account = ?\
                        """)
                    .params(shop.workspace().value(), account.value())
                    .query(String.class)
                    .list());
  }
}
