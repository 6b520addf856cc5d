package org.hiwar.testchannel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hiwar.channel.Account;
import org.hiwar.channel.Capabilities;
import org.hiwar.channel.Channel;
import org.hiwar.channel.Finding;
import org.hiwar.channel.Inbox;
import org.hiwar.channel.Incoming;
import org.hiwar.channel.Line;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.RawItem;
import org.hiwar.channel.Reading;
import org.hiwar.channel.Receipt;
import org.hiwar.channel.Recipient;
import org.hiwar.channel.Sending;
import org.hiwar.channel.Setting;
import org.hiwar.contact.Address;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;
import org.hiwar.contact.Sender;
import org.hiwar.contact.Trust;
import org.hiwar.conversation.DeliveryState;
import org.hiwar.conversation.Message;
import org.hiwar.conversation.SentOut;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// An item is lines of fields with `|` between them: `message|id|from|name|text`,
/// `change|id|from|name|text|of`,
/// `receipt|id|state|failure`, `nothing`, `aside`; anything else cannot be read. A number with a
/// `?` behind it is shown without proof; one with a `#thread` behind it belongs to that thread. Who
/// is called `raw …` is no number and stays as it is.
@Component
public final class TestChannel implements Channel {
  public static final String NAME = "test";

  /// What was sent, in order.
  public final List<Outgoing> sent = new CopyOnWriteArrayList<>();
  /// What was changed after it had gone out: the provider's name for it, a blank, what it says now.
  public final List<String> reworded = new CopyOnWriteArrayList<>();
  /// Of which messages `kept` was told.
  public final List<Message> kept = new CopyOnWriteArrayList<>();
  /// What the provider answers.
  public volatile Function<Outgoing, Sending> provider = TestChannel::taken;
  /// What stands in the way of keeping; null: nothing.
  public volatile Runnable beforeKept = () -> {};
  /// Is told of every item before it is read, and may fail.
  public volatile Consumer<RawItem> beforeRead = _ -> {};

  public static Sending taken(Outgoing message) {
    return new Sending.Taken("out-" + message.id());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(Medium.CHAT, AddressKind.PHONE, true, 1_000, 2, 1_000_000, true);
  }

  @Override
  public List<Setting> settings() {
    return List.of(Setting.optional("key", Setting.Kind.SECRET, ""));
  }

  @Override
  public Optional<String> ourAddress(String typed) {
    return Addresses.normalised(AddressKind.PHONE, typed, "");
  }

  @Override
  public Line open(Account account, Inbox inbox) {
    return Line.idle(Instant.EPOCH);
  }

  @Override
  public List<Finding> test(Account account) {
    return List.of(Finding.good("reached"));
  }

  @Override
  public Reading read(Account account, RawItem item) {
    beforeRead.accept(item);
    var messages = new ArrayList<Incoming>();
    var receipts = new ArrayList<Receipt>();
    for (var line : new String(item.body(), UTF_8).split("\n")) {
      var fields = line.split("\\|", -1);
      switch (fields[0]) {
        case "message" -> messages.add(incoming(fields));
        case "change" -> messages.add(change(fields));
        case "receipt" ->
            receipts.add(
                new Receipt(
                    fields[1],
                    DeliveryState.valueOf(fields[2]),
                    fields[3].isEmpty() ? null : fields[3],
                    Instant.EPOCH));
        case "nothing" -> {
          return new Reading.Nothing("typing");
        }
        case "aside" -> {
          return new Reading.Aside("odd", "as asked");
        }
        default -> throw new IllegalArgumentException("no such line: " + line);
      }
    }
    return new Reading.Content(messages, receipts);
  }

  private static Incoming change(String[] fields) {
    var one = incoming(fields);
    return new Incoming(
        one.externalId(),
        one.from(),
        "changed: " + one.text(),
        one.writtenAt(),
        one.thread(),
        List.of(),
        new Incoming.Change(fields[5], one.text()));
  }

  private static Incoming incoming(String[] fields) {
    var from = fields[2].split("#");
    var presented = from[0].endsWith("?");
    var typed = presented ? from[0].substring(0, from[0].length() - 1) : from[0];
    var number =
        typed.startsWith("raw ")
            ? typed
            : Addresses.normalised(AddressKind.PHONE, typed, "").orElseThrow();
    var address =
        new Address(AddressKind.PHONE, number, presented ? Trust.PRESENTED : Trust.ATTESTED);
    return new Incoming(
        fields[1],
        Sender.of(address, fields[3].isEmpty() ? null : fields[3]),
        fields[4],
        Instant.EPOCH,
        from.length == 1 ? null : Long.valueOf(from[1]),
        List.of());
  }

  @Override
  public void kept(WorkspaceId workspace, RawItem item, Incoming incoming, Message message) {
    beforeKept.run();
    kept.add(message);
  }

  @Override
  public Sending send(Account account, Outgoing message) {
    var answer = provider.apply(message);
    if (answer instanceof Sending.Taken) sent.add(message);
    return answer;
  }

  @Override
  public boolean rewords() {
    return true;
  }

  /// *No* is refused.
  @Override
  public Sending reword(Account account, SentOut message, @Nullable String text) {
    if ("No".equals(text)) return new Sending.Refused("refused", "");
    reworded.add(message.externalId() + " " + text);
    return new Sending.Taken(message.externalId());
  }

  @Override
  public Optional<String> hindrance(Account account, Recipient recipient) {
    return recipient.address().startsWith("+4930") ? Optional.of("landline") : Optional.empty();
  }
}
