package org.hiwar.bench.calls;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.hiwar.bench.BenchAgent;
import org.hiwar.bench.Latencies;
import tools.jackson.databind.JsonNode;

/// The calls that are being placed, found again at the agents' desks by the caller's number.
final class Calls {
  private static final int GAPS = 100_000;
  private final Map<String, PlacedCall> byNumber = new ConcurrentHashMap<>();
  private final Map<Long, PlacedCall> byGreeting = new ConcurrentHashMap<>();
  private volatile Latencies gaps = new Latencies(GAPS);
  private volatile Consumer<PlacedCall> joined = _ -> {};

  /// @param then told when a desk shows that customer and agent are connected
  void begin(Consumer<PlacedCall> then) {
    joined = then;
    byNumber.clear();
    byGreeting.clear();
    gaps = new Latencies(GAPS);
  }

  void add(PlacedCall call) {
    byNumber.put(call.number, call);
    byGreeting.put(call.greeting, call);
  }

  /// A caller has heard a greeting.
  void heard(long greeting, long now) {
    var call = byGreeting.get(greeting);
    if (call != null && call.heardAt == 0) call.heardAt = now;
  }

  /// From a caller's hang-up until the same agent's next ring.
  Latencies gaps() {
    return gaps;
  }

  void shown(CallAgent agent, String frame) {
    long now = System.nanoTime();
    if (!BenchAgent.showsConversation(frame)) return;
    for (var event : BenchAgent.read(frame).path("events"))
      for (var interaction : event.path("conversation").path("interactions")) {
        var call = byNumber.get(interaction.path("party").asString(""));
        if (call != null) shown(call, agent, interaction, now);
      }
  }

  private void shown(PlacedCall call, CallAgent agent, JsonNode interaction, long now) {
    switch (interaction.path("state").asString("")) {
      case "OFFERED" -> offered(call, agent, interaction, now);
      case "ACTIVE" -> {
        boolean connected = interaction.at("/call/state").asString("").equals("CONNECTED");
        if (!connected || call.joinedAt != 0) return;
        call.joinedAt = now;
        joined.accept(call);
      }
      default -> {}
    }
  }

  private void offered(PlacedCall call, CallAgent agent, JsonNode interaction, long now) {
    int offer = interaction.at("/offer/number").asInt();
    if (call.offer == offer && call.agent == agent) return;
    call.offer = offer;
    call.agent = agent;
    agent.accept(interaction.get("id").asString(), offer, call);
    if (call.rangAt == 0) call.rangAt = now;
    long gap = agent.gapUntil(now);
    if (gap != 0) gaps.add(gap);
  }
}
