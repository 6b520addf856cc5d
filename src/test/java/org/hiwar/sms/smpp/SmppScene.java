package org.hiwar.sms.smpp;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Incoming;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.RawItem;
import org.hiwar.channel.Reading;
import org.hiwar.channel.Receipt;
import org.hiwar.channel.Sending;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.MessageId;
import org.hiwar.platform.outbound.OutboundGuard;
import org.hiwar.sms.KeptItems;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;

/// An account over SMPP with its line, and an inbox that is read by hand.
final class SmppScene implements AutoCloseable {
  static final String OURS = "+963119900";
  static final String CUSTOMER = "+963944555666";

  final WorkspaceId workspace = TestDatabase.freshWorkspace();
  final KeptItems inbox = new KeptItems();
  final Account account;
  final SmppLine line;
  private final SmppItems items;

  private SmppScene(Map<String, String> settings, Duration partsWithin, SSLSocketFactory secure) {
    var id = new AccountId(TestDatabase.ids().next());
    account =
        new Account(workspace, id, "sms", "Test", OURS, new ServiceId(1), null, settings, true, 1);
    var parts = new PartStore(TestDatabase.database(), TestDatabase.ids(), Clock.systemUTC());
    var segments = new SegmentStore(TestDatabase.database(), Clock.systemUTC());
    items = new SmppItems(parts, segments);
    var ground =
        new SmppGround(
            parts,
            segments,
            new OutboundSockets(
                new OutboundGuard(InetAddress::getAllByName, true, List.of()), secure),
            Clock.systemUTC(),
            partsWithin,
            Duration.ofMillis(100));
    line = SmppLine.open(account, inbox, ground, new SmppLine.Memory());
  }

  /// Bound to the centre at this port, which calls us `hiwar`, `secret`.
  static SmppScene bound(int port, String... more) {
    var scene = connecting(port, SmppLimits.PARTS_WITHIN, more);
    scene.awaitUp();
    return scene;
  }

  /// `more` are names and values of settings in turn.
  static SmppScene connecting(int port, Duration partsWithin, String... more) {
    var usual = (SSLSocketFactory) SSLSocketFactory.getDefault();
    return new SmppScene(settings(port, more), partsWithin, usual);
  }

  static SmppScene secure(int port, SSLSocketFactory secure) {
    return new SmppScene(settings(port, "tls", "true"), SmppLimits.PARTS_WITHIN, secure);
  }

  private static Map<String, String> settings(int port, String... more) {
    var settings = new HashMap<String, String>();
    settings.put("host", "127.0.0.1");
    settings.put("port", Integer.toString(port));
    settings.put("systemId", "hiwar");
    settings.put("password", "secret");
    for (int i = 0; i < more.length; i += 2) settings.put(more[i], more[i + 1]);
    return settings;
  }

  void awaitUp() {
    Await.until(() -> line.standing().up());
  }

  static Outgoing outgoing(String text) {
    return outgoing(TestDatabase.ids().next(), CUSTOMER, text);
  }

  static Outgoing outgoing(long id, String to, String text) {
    return new Outgoing(
        new MessageId(id),
        new ConversationId(1),
        new InteractionId(1),
        new UUID(0, id),
        to,
        text,
        List.of(),
        null,
        0);
  }

  Sending send(String text) {
    return line.send(outgoing(text));
  }

  Reading read(RawItem item) {
    return items.read(account, item);
  }

  /// Everything that came in, read in its order.
  List<Reading> readings() {
    return inbox.items().stream().map(this::read).toList();
  }

  /// Each once, as they are stored, however often they are read.
  List<Incoming> messages() {
    var all = new LinkedHashMap<String, Incoming>();
    for (var reading : readings())
      if (reading instanceof Reading.Content content)
        for (var message : content.messages()) all.putIfAbsent(message.externalId(), message);
    return List.copyOf(all.values());
  }

  List<String> texts() {
    return messages().stream().map(Incoming::text).toList();
  }

  List<Receipt> receipts() {
    var all = new ArrayList<Receipt>();
    for (var reading : readings())
      if (reading instanceof Reading.Content content) all.addAll(content.receipts());
    return all;
  }

  @Override
  public void close() {
    line.close();
  }
}
