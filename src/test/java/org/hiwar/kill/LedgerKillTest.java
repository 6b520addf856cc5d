package org.hiwar.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.hiwar.Requirement;
import org.hiwar.email.MailHouse;
import org.hiwar.platform.database.Database;
import org.hiwar.sms.simulator.SmscSimulator;
import org.hiwar.testing.AgentClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/// Thousands of messages arrive on all channels that have accounts, with repeats and disorder,
/// while server and database are killed under them. In the end each is there once, in the order of
/// its sender, and the ledger accounts for all that was accepted.
///
/// More: `-Dkill.messages=10000`.
@Tag("kill")
class LedgerKillTest {
  private static final Path FOLDER = Path.of("target", "ledger-kill-test").toAbsolutePath();
  private static final int MESSAGES = Integer.getInteger("kill.messages", 5_000);
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final Pattern TEXT = Pattern.compile("([a-z]-\\d+)-(\\d+)");
  private final SmscSimulator centre = SmscSimulator.start("hiwar", "secret");
  private final MailHouse mail = new MailHouse();
  private final List<AcceptingAgent> agents = new ArrayList<>();
  private final List<String> report = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> accounts = new HashMap<>();
  private Installation hiwar;
  private LedgerCustomers customers;
  private AgentClient admin;
  private Instant began;

  @BeforeEach
  void start() throws IOException {
    FileSystemUtils.deleteRecursively(FOLDER);
    hiwar = new Installation(Files.createDirectories(FOLDER).resolve("data"));
    hiwar.start();
    began = Instant.now();
    admin = AgentClient.logIn(hiwar.address(), "demo", "admin", "admin-demo");
    addAccounts();
    var providers = new Providers(hiwar.address(), workspace());
    customers = new LedgerCustomers(providers, centre, mail, accounts);
    for (var login : List.of("amal", "sam")) agents.add(new AcceptingAgent(login, hiwar.address()));
  }

  @AfterEach
  void stop() throws InterruptedException, IOException {
    for (var agent : agents) agent.close();
    hiwar.close();
    centre.close();
    mail.close();
    Files.write(FOLDER.resolve("report.txt"), report);
    Files.writeString(FOLDER.resolve("said.txt"), hiwar.said());
  }

  @Test
  @Requirement({"S0-34", "S0-46"})
  void theLedgerBalancesWhateverIsKilled() throws Exception {
    long start = System.nanoTime();
    var writing = customers.write(MESSAGES);
    afterSome(0.15);
    kill(hiwar::killServer, true);
    afterSome(0.4);
    kill(hiwar::killDatabase, false);
    afterSome(0.65);
    kill(hiwar::killBoth, true);
    for (var one : writing) one.join();
    assertThat(customers.failures).isEmpty();
    report.add("all taken after " + since(start));
    await(() -> ledger().get("lines").valueStream().allMatch(l -> number(l, "waiting") == 0));
    await(() -> kept().values().stream().mapToInt(List::size).sum() >= MESSAGES);
    eachIsThereOnceInOrder();
    theLedgerBalances();
    report.add(
        "%d messages of %d customers, %d repeats; %d chats accepted, %d completed; all told after %s"
            .formatted(
                MESSAGES,
                customers.sent.size(),
                customers.repeated.get(),
                agents.stream().mapToInt(a -> a.accepted.get()).sum(),
                agents.stream().mapToInt(a -> a.completed.get()).sum(),
                since(start)));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private interface Fault {
    void strike() throws IOException, InterruptedException;
  }

  private void kill(Fault fault, boolean startAgain) throws IOException, InterruptedException {
    long at = System.nanoTime();
    fault.strike();
    if (startAgain) hiwar.start();
    report.add("killed at %d, there again after %s".formatted(customers.taken.get(), since(at)));
  }

  private void afterSome(double part) {
    await(() -> customers.taken.get() >= MESSAGES * part || !customers.failures.isEmpty());
    assertThat(customers.failures).isEmpty();
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await()
        .dontCatchUncaughtExceptions() // the mail server says when a client was killed
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .atMost(LIMIT)
        .until(condition);
  }

  private void addAccounts() {
    var there = admin.get("/api/channel-accounts").ok().body();
    var chats = service(there, "sms");
    add(
        "sms",
        LedgerCustomers.SMS_NUMBER,
        chats,
        Map.of(
            "provider", "smpp",
            "host", "127.0.0.1",
            "port", Integer.toString(centre.port()),
            "systemId", "hiwar",
            "password", "secret"));
    add("email", "ledger@shop.example", service(there, "email"), mail.settings(Map.of()));
    add(
        "whatsapp",
        "+963112349988",
        chats,
        Map.of(
            "phoneNumberId", Providers.WHATSAPP_NUMBER,
            "accessToken", "token",
            "appSecret", Providers.WHATSAPP_SECRET,
            "verifyToken", "olive tree",
            "api", "http://127.0.0.1:1"));
    add(
        "telegram",
        "ledger_bot",
        chats,
        Map.of(
            "token", Providers.TELEGRAM_TOKEN,
            "publicAddress", "https://desk.example",
            "api", "http://127.0.0.1:1"));
    add(
        "webhook",
        "ledger",
        chats,
        Map.of("url", "http://127.0.0.1:1/", "secret", Providers.WEBHOOK_SECRET));
  }

  private static String service(JsonNode accounts, String channel) {
    return accounts
        .valueStream()
        .filter(one -> one.get("channel").asString().equals(channel))
        .findFirst()
        .orElseThrow()
        .get("service")
        .asString();
  }

  private void add(String channel, String address, String service, Map<String, String> settings) {
    var account =
        Map.of(
            "name", "Ledger " + channel,
            "address", address,
            "service", service,
            "settings", settings,
            "enabled", true);
    var made =
        admin.send("POST", "/api/channel-accounts", Map.of("channel", channel, "account", account));
    accounts.put(channel, made.ok().body().get("id").asString());
  }

  private long workspace() throws IOException {
    return database()
        .inDirectory(
            db ->
                db.sql("select id from workspace where slug = 'demo'").query(Long.class).single());
  }

  private Database database() throws IOException {
    return new Database(hiwar.database().limited(Duration.ofSeconds(30)));
  }

  /// The numbers of the messages of each customer, in their order.
  private Map<String, List<Integer>> kept() throws IOException {
    var workspace = workspace();
    var kept = new TreeMap<String, List<Integer>>();
    database()
        .in(
            workspace,
            db ->
                db.sql(
                        """
                        select m.text from message m join interaction i on i.workspace = m.workspace and i.id = m.interaction
                        where m.workspace = ? and m.author_kind = 'CUSTOMER' and i.account = any(?) order by m.conversation, m.seq\
                        """)
                    .param(workspace)
                    .param(accounts.values().stream().map(Long::valueOf).toArray(Long[]::new))
                    .query(String.class)
                    .list())
        .forEach(
            text -> {
              var found = TEXT.matcher(text);
              assertThat(found.find()).as(text).isTrue();
              kept.computeIfAbsent(found.group(1), _ -> new ArrayList<>())
                  .add(Integer.valueOf(found.group(2)));
            });
    return kept;
  }

  private void eachIsThereOnceInOrder() throws IOException {
    var kept = kept();
    assertThat(kept.keySet()).containsExactlyInAnyOrderElementsOf(customers.sent.keySet());
    customers.sent.forEach(
        (customer, messages) ->
            assertThat(kept.get(customer))
                .as(customer)
                .containsExactlyElementsOf(IntStream.range(0, messages).boxed().toList()));
  }

  private JsonNode ledger() {
    return admin
        .get("/api/ledger?from=" + began + "&to=" + Instant.now().plusSeconds(1))
        .ok()
        .body();
  }

  private void theLedgerBalances() {
    var ledger = ledger();
    assertThat(ledger.get("missing").asLong()).isZero();
    assertThat(ledger.get("stuckSince").isNull()).isTrue();
    long accepted = 0, shown = 0, queued = 0, aside = 0, without = 0;
    for (var line : ledger.get("lines")) {
      assertThat(number(line, "missing")).as(line.toString()).isZero();
      assertThat(number(line, "waiting") + number(line, "missed")).as(line.toString()).isZero();
      accepted += number(line, "accepted");
      shown += number(line, "shown");
      queued += number(line, "queued");
      aside += sum(line.get("aside"));
      without += sum(line.get("nothing")) + number(line, "news");
    }
    report.add(
        "%d items accepted: %d shown, %d waiting for an agent, %d set aside, %d parts and news"
            .formatted(accepted, shown, queued, aside, without));
    assertThat(accepted).isEqualTo(shown + queued + aside + without);
    assertThat(aside).isZero();
    assertThat(shown).isPositive();
  }

  private static long number(JsonNode line, String name) {
    return line.get(name).asLong();
  }

  private static long sum(JsonNode counts) {
    return counts.valueStream().mapToLong(JsonNode::asLong).sum();
  }
}
