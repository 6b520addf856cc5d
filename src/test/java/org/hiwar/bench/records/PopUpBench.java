package org.hiwar.bench.records;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hiwar.bench.Aim;
import org.hiwar.bench.BenchAgent;
import org.hiwar.bench.Figure;
import org.hiwar.bench.Latencies;
import org.hiwar.bench.Machine;
import org.hiwar.bench.Paced;
import org.hiwar.bench.Sheet;
import org.hiwar.campaign.Campaign;

/// From an agent's *Skip*, which makes the agent Ready, until the next record pops up at the desk:
/// what ends the review is stored, the floor told, the record offered, judged and committed between
/// the two. Hundreds of others review records of the same campaign meanwhile. First with the whole
/// list, then with 99 of a hundred records worked off.
final class PopUpBench {
  private static final Aim AIM = Aim.atMost(50);
  private static final int PER_SECOND = 20;
  private static final int KEPT = 100;
  private static final int WAIT_S = 60;

  private final RecordsPlace place;
  private final RecordsSize size;
  private final Map<BenchAgent, Long> readyAt = new ConcurrentHashMap<>();
  private final Map<BenchAgent, String> reviewing = new ConcurrentHashMap<>();
  private final LinkedBlockingQueue<BenchAgent> turns = new LinkedBlockingQueue<>();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private volatile Latencies latencies = new Latencies(0);

  PopUpBench(RecordsPlace place, RecordsSize size) {
    this.place = place;
    this.size = size;
  }

  void run(Sheet sheet) throws Exception {
    var campaign = place.campaign("Pop-up");
    place.bind(campaign, place.list());
    place.telephony(campaign);
    place.administrator.post("/api/campaigns/" + campaign.id() + "/start", "");
    var agents = new ArrayList<BenchAgent>();
    try {
      for (var cookie : place.agents)
        agents.add(new BenchAgent(place.client, place.hiwar.server(), cookie, this::atDesk));
      for (var agent : agents) agent.ready();
      awaitAll(agents.size());
      turns(size.warmUp());
      measure(sheet, "all to be called");
      workOff(campaign);
      turns(size.seconds());
      measure(sheet, "99 % worked off");
    } finally {
      agents.forEach(BenchAgent::close);
      place.administrator.post("/api/campaigns/" + campaign.id() + "/stop", "");
    }
    if (!failures.isEmpty())
      System.err.println(
          failures.size() + " commands of agents failed, such as " + failures.peek());
  }

  private void awaitAll(int agents) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_S);
    while (reviewing.size() < agents && System.nanoTime() < until) Thread.sleep(50);
    if (reviewing.size() < agents)
      throw new IllegalStateException(
          "only "
              + reviewing.size()
              + " of "
              + agents
              + " agents got a record; "
              + failures.peek());
  }

  private void measure(Sheet sheet, String list) throws Exception {
    var p50 = new ArrayList<Double>();
    var p99 = new ArrayList<Double>();
    var missing = new ArrayList<Double>();
    var whole = new ArrayList<Double>();
    var own = new ArrayList<Double>();
    var server = place.hiwar.handle();
    for (int i = 0; i < size.repetitions(); i++) {
      long all = Machine.cpuNanos(server);
      long alone = Machine.ownCpuNanos(server.pid());
      missing.add(turns(size.seconds()));
      double records = PER_SECOND * size.seconds();
      whole.add((Machine.cpuNanos(server) - all) / 1e6 / records);
      own.add((Machine.ownCpuNanos(server.pid()) - alone) / 1e6 / records);
      p50.add(latencies.percentileMs(0.50));
      p99.add(latencies.percentileMs(0.99));
    }
    var where =
        Map.of(
            "agents",
            Integer.toString(size.agents()),
            "records",
            "%,d".formatted(size.records()),
            "list",
            list,
            "records a second",
            Integer.toString(PER_SECOND),
            "records before",
            "%,d".formatted((int) (PER_SECOND * size.warmUp())));
    sheet.add(new Figure("next pop-up after Skip, p50", "Hiwar", "ms", where, p50));
    sheet.add(new Figure("next pop-up after Skip, p99", "Hiwar", "ms", where, p99).aimingAt(AIM));
    sheet.add(new Figure("agents without a pop-up", "Hiwar", "agents", where, missing));
    sheet.add(new Figure("CPU per record, with its database", "Hiwar", "ms", where, whole));
    sheet.add(new Figure("CPU per record, without its database", "Hiwar", "ms", where, own));
  }

  /// Returns how many agents got nothing.
  private double turns(double seconds) throws Exception {
    int total = (int) (PER_SECOND * seconds);
    latencies = new Latencies(total);
    Paced.run(
        PER_SECOND,
        seconds,
        _ -> {
          var agent = turns.poll();
          if (agent != null) turn(agent);
        });
    for (int i = 0; i < 100 && latencies.count() < total; i++) Thread.sleep(50);
    return total - latencies.count();
  }

  private void turn(BenchAgent agent) {
    var record = reviewing.remove(agent);
    readyAt.put(agent, System.nanoTime());
    var _ = say(agent, "POST", "/api/previews/" + record + "/skip", "{\"reason\":null}");
  }

  private void atDesk(BenchAgent agent, String frame) {
    long now = System.nanoTime();
    if (!frame.contains("\"preview\"")) return;
    for (var event : BenchAgent.read(frame).path("events")) {
      var preview = event.path("preview");
      if (!event.path("type").asString("").equals("preview")
          || !preview.path("state").asString("").equals("OFFERED")) continue;
      var from = readyAt.remove(agent);
      if (from != null) latencies.add(now - from);
      var id = preview.get("id").asString();
      var offer = "{\"offer\":" + preview.get("offer").asInt() + "}";
      var _ =
          say(agent, "POST", "/api/previews/" + id + "/accept", offer)
              .thenRun(
                  () -> {
                    if (reviewing.put(agent, id) == null) turns.add(agent);
                  });
    }
  }

  private CompletableFuture<Boolean> say(
      BenchAgent agent, String method, String path, String body) {
    return agent
        .send(method, path, body)
        .handle(
            (answer, failure) -> {
              if (failure != null) failures.add(path + ": " + failure);
              else if (answer.statusCode() >= 300) failures.add(path + ": " + answer.body());
              else return true;
              throw new IllegalStateException(path);
            });
  }

  /// All but one of a hundred have been called; the database has tidied up, as it does by itself.
  private void workOff(Campaign campaign) throws Exception {
    place.slowly(
        "update campaign_record set status = 'FINAL', changed_at = now() where workspace = %s and campaign = %s and sort %% %d <> 0 and status = 'AVAILABLE'"
            .formatted(place.workspace, campaign.id(), KEPT),
        "vacuum analyze campaign_record");
  }
}
