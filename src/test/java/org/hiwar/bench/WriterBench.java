package org.hiwar.bench;

import com.zaxxer.hikari.util.DriverDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.hiwar.conversation.Author;
import org.hiwar.conversation.Inbound;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.Messages;
import org.hiwar.conversation.NewMessage;
import org.hiwar.conversation.Sent;
import org.hiwar.platform.Ids;
import org.hiwar.platform.database.Database;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;

/// The writer of messages alone, without sockets: what one workspace can store, and how long a
/// sender waits for it.
public final class WriterBench implements AutoCloseable {
  private static final int CHATS = 500;
  private static final String TEXT =
      "I would like to know where my order is, number 4821, please. ";

  private final Messages messages;
  private final WorkspaceId workspace;
  private final List<Message> chats = new ArrayList<>();

  /// Makes its own workspace, with one service and 500 chats, in the database at `url`.
  public WriterBench(String url, String user, String password) {
    var source = new DriverDataSource(url, null, new Properties(), user, password);
    var ids = new Ids(Clock.systemUTC(), 1022);
    var database = new Database(source);
    messages = new Messages(source, ids, Clock.systemUTC());
    workspace = new WorkspaceId(ids.next());
    var service = new ServiceId(ids.next());
    database.inDirectory(
        db ->
            db.sql(
                    "insert into workspace (id, slug, name, secret, created_at) values (?, ?,"
                        + " 'Bench', '', now())")
                .params(workspace.value(), "bench-" + workspace)
                .update());
    database.in(
        workspace.value(),
        db -> {
          db.sql("insert into skill (workspace, id, kind, name) values (?, ?, 'SERVICE', 'Bench')")
              .params(workspace.value(), service.value())
              .update();
          return db.sql(
                  "insert into service (workspace, id, name, medium) values (?, ?, 'Bench',"
                      + " 'CHAT')")
              .params(workspace.value(), service.value())
              .update();
        });
    for (int i = 0; i < CHATS; i++)
      if (messages
              .receive(
                  workspace,
                  new Inbound(
                      "v" + i,
                      Medium.CHAT,
                      "web",
                      service,
                      null,
                      null,
                      Inbound.Claims.NONE,
                      UUID.randomUUID(),
                      "hello"))
              .join()
          instanceof Sent.Stored(var first, _)) chats.add(first);
  }

  /// As many as the writer takes with `outstanding` senders at once, for some seconds: messages a
  /// second.
  public Figure saturated(int outstanding, double seconds, int repetitions)
      throws InterruptedException {
    var rates = new ArrayList<Double>();
    for (int i = 0; i <= repetitions; i++) {
      double rate = saturate(outstanding, seconds);
      if (i > 0) rates.add(rate); // the first one warms up
    }
    return new Figure(
        "messages stored, saturated",
        "hiwar",
        "1/s",
        Map.of("outstanding", Integer.toString(outstanding)),
        rates);
  }

  private double saturate(int outstanding, double seconds) throws InterruptedException {
    var permits = new Semaphore(outstanding);
    var stored = new AtomicLong();
    long start = System.nanoTime();
    for (int i = 0; System.nanoTime() - start < seconds * 1e9; i++) {
      permits.acquire();
      messages
          .send(workspace, message(i))
          .whenComplete(
              (sent, _) -> {
                if (sent instanceof Sent.Stored) stored.incrementAndGet();
                permits.release();
              });
    }
    permits.acquire(outstanding);
    return stored.get() / ((System.nanoTime() - start) / 1e9);
  }

  /// At an even rate: how long from the send to the answer, p50 and p99.
  public List<Figure> paced(int perSecond, double seconds, int repetitions)
      throws InterruptedException {
    var p50 = new ArrayList<Double>();
    var p99 = new ArrayList<Double>();
    for (int i = 0; i <= repetitions; i++) {
      var latencies = new Latencies((int) (perSecond * seconds));
      var open = new CountDownLatch((int) (perSecond * seconds));
      Paced.run(
          perSecond,
          seconds,
          n -> {
            long at = System.nanoTime();
            messages
                .send(workspace, message((int) n))
                .whenComplete(
                    (_, _) -> {
                      latencies.add(System.nanoTime() - at);
                      open.countDown();
                    });
          });
      open.await();
      if (i == 0) continue;
      p50.add(latencies.percentileMs(0.50));
      p99.add(latencies.percentileMs(0.99));
    }
    var where = Map.of("rate", Integer.toString(perSecond));
    return List.of(
        new Figure("message stored, p50", "hiwar", "ms", where, p50),
        new Figure("message stored, p99", "hiwar", "ms", where, p99));
  }

  private NewMessage message(int i) {
    var chat = chats.get(i % chats.size());
    return new NewMessage(
        chat.conversation(), chat.interaction(), UUID.randomUUID(), Author.CUSTOMER, TEXT + i);
  }

  @Override
  public void close() {
    messages.close();
  }
}
