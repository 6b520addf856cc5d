package org.hiwar.bench.calls;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.hiwar.bench.BenchAgent;
import tools.jackson.databind.json.JsonMapper;

/// An agent: an open desk and a telephone. Accepts every call at once.
final class CallAgent {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PATIENCE_S = 20;
  private static final int GREETINGS = 500;
  private static final Executor GREETING = Executors.newVirtualThreadPerTaskExecutor();

  private final BenchAgent desk;
  private final AgentPhone phone;

  /// When the last caller hung up; 0 while none has since the last ring.
  private final AtomicLong freeSince = new AtomicLong();

  CallAgent(HttpClient client, java.net.URI server, String cookie, AgentPhone phone, Calls calls)
      throws IOException, InterruptedException {
    this.phone = phone;
    desk = new BenchAgent(client, server, cookie, (_, frame) -> calls.shown(this, frame));
  }

  /// Connects the telephone and is ready.
  void begin() throws Exception {
    var offer = JSON.writeValueAsString(java.util.Map.of("sdp", AgentPhone.offer()));
    var answer = desk.send("POST", "/api/phone", offer).get(PATIENCE_S, TimeUnit.SECONDS);
    if (answer.statusCode() != 200) throw new IOException(answer.body());
    phone.connect(JSON.readTree(answer.body()).get("sdp").asString());
    desk.ready();
  }

  /// Ready again after an offer was missed; false when that cannot be, because the desk or the
  /// telephone is gone.
  boolean isReadyAgain() throws InterruptedException {
    try {
      desk.ready();
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  AgentPhone phone() {
    return phone;
  }

  /// Accepts, and then greets until the caller hears it, every millisecond: sooner than the
  /// desk shows that both are connected, because it gathers what it shows.
  void accept(String interaction, int offer, PlacedCall call) {
    var _ = desk.accept(interaction, offer).thenRunAsync(() -> greet(call), GREETING);
  }

  private void greet(PlacedCall call) {
    for (int i = 0; i < GREETINGS && call.heardAt == 0 && !call.isOver(); i++) {
      phone.say(call.greeting);
      LockSupport.parkNanos(1_000_000);
    }
  }

  void freeSince(long at) {
    freeSince.set(at);
  }

  /// How long the agent was free when it rang again; 0 when it rings for the first time.
  long gapUntil(long now) {
    long since = freeSince.getAndSet(0);
    return since == 0 ? 0 : now - since;
  }

  void close() {
    desk.close();
  }
}
