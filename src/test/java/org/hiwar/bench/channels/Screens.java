package org.hiwar.bench.channels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hiwar.bench.BenchAgent;
import org.hiwar.bench.Texts;
import tools.jackson.databind.JsonNode;

/// The desks of all agents, each with one customer. Texts look like `copening-7` or `c<run>-7-3`:
/// of the seventh customer the third.
final class Screens implements AutoCloseable {
  private static final char CUSTOMER = 'c';
  private static final String OPENING = "opening-";
  private static final int OPEN_S = 120;
  private static final int OPENED_A_SECOND = 50;

  private final List<BenchAgent> agents = new ArrayList<>();
  private final Map<Integer, Boolean> accepted = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> latest = new ConcurrentHashMap<>();
  private final CountDownLatch open;
  private final AtomicLong wrong = new AtomicLong();
  private volatile String run = "";
  private volatile Told told = (_, _) -> {};

  interface Told {
    /// A message is on the screen.
    void shown(int customer, int number);
  }

  Screens(ChannelsPlace place, Texting texting) throws Exception {
    open = new CountDownLatch(place.agents.size());
    for (var cookie : place.agents)
      agents.add(new BenchAgent(place.client, place.hiwar.server(), cookie, this::atDesk));
    for (var agent : agents) agent.ready();
    for (int i = 0; i < agents.size(); i++) {
      var _ = texting.says(i, CUSTOMER + OPENING + i);
      Thread.sleep(1_000 / OPENED_A_SECOND);
    }
    if (!open.await(OPEN_S, TimeUnit.SECONDS))
      throw new IllegalStateException(
          open.getCount() + " of " + agents.size() + " messages were not accepted by an agent");
  }

  /// What is told from now on.
  void begin(String newRun, Told who) {
    latest.clear();
    wrong.set(0);
    told = who;
    run = newRun;
  }

  /// Messages that were shown twice, or not next to the one before of the same customer.
  long wrong() {
    return wrong.get();
  }

  static String text(String run, int customer, int number) {
    return CUSTOMER + run + "-" + customer + "-" + number;
  }

  private void atDesk(BenchAgent agent, String frame) {
    if (open.getCount() > 0 && BenchAgent.showsConversation(frame)) accept(agent, frame);
    Texts.in(frame, CUSTOMER, this::shown);
  }

  /// What one customer wrote comes to one socket, so never two of them at once.
  private void shown(String text) {
    var now = run;
    if (now.isEmpty() || !text.startsWith(now + "-")) return;
    int dash = text.lastIndexOf('-');
    int customer = Integer.parseInt(text.substring(now.length() + 1, dash));
    int number = Integer.parseInt(text.substring(dash + 1));
    int before = latest.getOrDefault(customer, -1);
    if (number != before + 1) wrong.incrementAndGet();
    if (number <= before) return;
    latest.put(customer, number);
    told.shown(customer, number);
  }

  private void accept(BenchAgent agent, String frame) {
    for (var event : BenchAgent.read(frame).path("events")) {
      var view = event.path("conversation");
      var interaction = view.path("interactions").path(0);
      if (view.path("state").asString("").equals("OFFERED"))
        agent.accept(interaction.get("id").asString(), interaction.at("/offer/number").asInt());
      else if (view.path("state").asString("").equals("ACTIVE")) accepted(view);
    }
  }

  private void accepted(JsonNode view) {
    var text = view.at("/messages/0/text").asString("");
    if (!text.startsWith(CUSTOMER + OPENING)) return;
    int customer = Integer.parseInt(text.substring(1 + OPENING.length()));
    if (accepted.put(customer, true) == null) open.countDown();
  }

  @Override
  public void close() {
    agents.forEach(BenchAgent::close);
  }
}
