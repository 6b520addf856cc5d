package org.hiwar.bench;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// From a new customer's first message to the offer at an agent's desk socket, while many agents
/// are ready. Agents accept at once and complete a second later, so that nothing waits for an
/// agent.
final class OffersBench implements AutoCloseable {
  static final int AGENTS = 500;
  static final int PER_SECOND = 20;
  private static final Aim AIM = Aim.atMost(20);
  private static final Executor A_SECOND_LATER =
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

  private final OwnHiwar hiwar = OwnHiwar.start();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final BenchWorkspace workspace;
  private final List<BenchAgent> agents = new ArrayList<>();
  private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger completed = new AtomicInteger();
  private volatile Latencies latencies = new Latencies(0);

  OffersBench() throws Exception {
    workspace = BenchWorkspace.in(hiwar.database(), AGENTS);
    for (var cookie : workspace.cookies())
      agents.add(new BenchAgent(client, hiwar.server(), cookie, this::atDesk));
    for (var agent : agents) agent.ready();
  }

  List<Figure> run(double seconds, int repetitions) throws Exception {
    var p50 = new ArrayList<Double>();
    var p99 = new ArrayList<Double>();
    var missing = new ArrayList<Double>();
    chats(seconds);
    for (int i = 0; i < repetitions; i++) {
      double notOffered = chats(seconds);
      p50.add(latencies.percentileMs(0.50));
      p99.add(latencies.percentileMs(0.99));
      missing.add(notOffered);
    }
    if (!failures.isEmpty())
      System.err.println(
          failures.size() + " commands of agents failed, such as " + failures.peek());
    var where =
        Map.of(
            "agents",
            Integer.toString(AGENTS),
            "chats a second",
            Integer.toString(PER_SECOND),
            "chats a run",
            Integer.toString((int) (PER_SECOND * seconds)));
    return List.of(
        new Figure("offer at the desk, p50", "Hiwar", "ms", where, p50),
        new Figure("offer at the desk, p99", "Hiwar", "ms", where, p99).aimingAt(AIM),
        new Figure("chats not offered", "Hiwar", "chats", where, missing));
  }

  /// The customers' lines are open before the first one writes. Returns how many chats were not
  /// offered.
  private double chats(double seconds) throws Exception {
    int total = (int) (PER_SECOND * seconds);
    var visitors = new ArrayList<BenchVisitor>();
    for (int i = 0; i < total; i++) {
      var visitor = new BenchVisitor(client, hiwar.server(), workspace, _ -> {});
      visitor.welcomed().get(10, TimeUnit.SECONDS);
      visitors.add(visitor);
    }
    latencies = new Latencies(total);
    sentAt.clear();
    int before = completed.get();
    var run = Long.toString(System.nanoTime(), 36);
    Paced.run(
        PER_SECOND,
        seconds,
        i -> {
          sentAt.put(run + "-" + i, System.nanoTime());
          visitors.get((int) i).say("c" + run + "-" + i);
        });
    for (int i = 0; i < 100 && completed.get() - before < total; i++) Thread.sleep(50);
    visitors.forEach(BenchVisitor::close);
    return total - latencies.count();
  }

  private void atDesk(BenchAgent agent, String frame) {
    long now = System.nanoTime();
    if (!BenchAgent.showsConversation(frame)) return;
    for (var event : BenchAgent.read(frame).path("events")) {
      var view = event.path("conversation");
      var text = view.at("/messages/0/text").asString("");
      if (!view.path("state").asString("").equals("OFFERED") || text.isEmpty()) continue;
      var at = sentAt.remove(text.substring(1));
      if (at == null) continue;
      latencies.add(now - at);
      var interaction = view.at("/interactions/0");
      serve(
          agent,
          view.get("id").asString(),
          interaction.get("id").asString(),
          interaction.at("/offer/number").asInt());
    }
  }

  private void serve(BenchAgent agent, String conversation, String interaction, int offer) {
    var _ =
        agent
            .accept(interaction, offer)
            .thenComposeAsync(_ -> agent.endAndComplete(conversation, interaction), A_SECOND_LATER)
            .whenComplete(
                (answer, failure) -> {
                  completed.incrementAndGet();
                  if (failure != null) failures.add(failure.toString());
                  else if (answer.statusCode() >= 300)
                    failures.add(answer.statusCode() + " " + answer.body());
                });
  }

  @Override
  public void close() throws Exception {
    agents.forEach(BenchAgent::close);
    hiwar.close();
    client.shutdownNow();
  }
}
