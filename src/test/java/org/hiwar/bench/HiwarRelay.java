package org.hiwar.bench;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Hiwar as a relay: customers on the widget's socket, agents at desks, a chat accepted for each
/// pair. What a customer says counts as shown when the agent's desk socket has it, what an agent
/// says over HTTP when the customer's socket has it.
final class HiwarRelay implements Relay {
  /// Texts of customers and agents begin with these, because a desk also hears what its own agent
  /// said.
  private static final char CUSTOMER = 'c';
  private static final char AGENT = 'a';
  private static final long OPEN_SECONDS = 120;

  private record Chat(BenchAgent agent, String conversation, String interaction) {}

  private final OwnHiwar hiwar;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<BenchAgent> agents = new ArrayList<>();
  private final List<BenchVisitor> visitors = new ArrayList<>();
  private final Map<String, Integer> opening = new ConcurrentHashMap<>();
  private AtomicReferenceArray<Chat> chats = new AtomicReferenceArray<>(0);
  private CountDownLatch accepted = new CountDownLatch(0);
  private volatile Arrivals arrivals = _ -> {};

  HiwarRelay() throws Exception {
    hiwar = OwnHiwar.start();
  }

  @Override
  public void open(int pairs, Arrivals told) throws Exception {
    chats = new AtomicReferenceArray<>(pairs);
    accepted = new CountDownLatch(pairs);
    var workspace = BenchWorkspace.in(hiwar.database(), pairs);
    for (var cookie : workspace.cookies())
      agents.add(new BenchAgent(client, hiwar.server(), cookie, this::atDesk));
    for (var agent : agents) agent.ready();
    for (int i = 0; i < pairs; i++) {
      var visitor =
          new BenchVisitor(
              client,
              hiwar.server(),
              workspace,
              frame -> Texts.in(frame, AGENT, text -> arrivals.shown(text)));
      visitors.add(visitor);
      visitor.welcomed().get(10, TimeUnit.SECONDS);
      opening.put("opening-" + i, i);
      visitor.say(CUSTOMER + "opening-" + i);
    }
    if (!accepted.await(OPEN_SECONDS, TimeUnit.SECONDS))
      throw new IllegalStateException(
          accepted.getCount() + " of " + pairs + " chats were not accepted");
    arrivals = told;
  }

  private void atDesk(BenchAgent agent, String frame) {
    Texts.in(frame, CUSTOMER, text -> arrivals.shown(text));
    if (accepted.getCount() == 0 || !BenchAgent.showsConversation(frame)) return;
    for (var event : BenchAgent.read(frame).path("events")) {
      var view = event.path("conversation");
      var interaction = view.path("interactions").path(0);
      if (view.path("state").asString("").equals("OFFERED"))
        agent.accept(interaction.get("id").asString(), interaction.at("/offer/number").asInt());
      else if (view.path("state").asString("").equals("ACTIVE"))
        paired(
            view.at("/messages/0/text").asString(),
            new Chat(agent, view.get("id").asString(), interaction.get("id").asString()));
    }
  }

  private void paired(String opened, Chat chat) {
    var pair = opening.get(opened.substring(1));
    if (pair != null && chats.getAndSet(pair, chat) == null) accepted.countDown();
  }

  @Override
  public void say(int pair, Side from, String text) {
    if (from == Side.CUSTOMER) visitors.get(pair).say(CUSTOMER + text);
    else {
      var chat = chats.get(pair);
      chat.agent.say(chat.conversation, chat.interaction, AGENT + text);
    }
  }

  @Override
  public ProcessHandle server() {
    return hiwar.handle();
  }

  @Override
  public void close() throws Exception {
    visitors.forEach(BenchVisitor::close);
    agents.forEach(BenchAgent::close);
    hiwar.close();
    client.shutdownNow();
  }
}
