package org.hiwar.messenger.stub;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A provider of a messenger, in the shape of WhatsApp's, with the telephones of its customers: for
/// trying Hiwar, and for tests. It listens on this machine alone.
///
/// What an agent sends is told to be sent and delivered at once, and read when the customer looks.
/// Beyond 24 hours after the customer's last message nothing but an approved template arrives.
public final class StubMessenger implements AutoCloseable {
  private static final Duration WINDOW = Duration.ofHours(24);
  private static final int NOT_REACHABLE = 131_026;
  private static final int WINDOW_CLOSED = 131_047;

  private final StubAccount account;
  private final Clock clock;
  private final Telephones telephones = new Telephones();
  private final StubFiles files = new StubFiles();
  private final Map<String, Integer> failing = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  /// In every name, so that none is that of an earlier provider, which Hiwar remembers.
  private final UUID run = UUID.randomUUID();
  private final Deliverer deliverer;
  private final StubApi api;
  /// Empty: everybody.
  private volatile Set<String> customers = Set.of();

  /// @param webhook where Hiwar takes deliveries for this account
  public StubMessenger(StubAccount account, URI webhook, Clock clock) {
    this.account = account;
    this.clock = clock;
    deliverer = new Deliverer(account.appSecret(), webhook);
    api = new StubApi(account, files, sends());
  }

  /// The address of its interface, for the settings of the account.
  public String api() {
    return api.address();
  }

  /// From now on delivers there.
  public void deliversTo(URI webhook) {
    deliverer.to(webhook);
  }

  /// From now on nobody else than these has this messenger.
  ///
  /// @param numbers with `+`; empty: everybody has
  public void onlyFor(Set<String> numbers) {
    customers = Set.copyOf(numbers);
  }

  /// Tells what stands on a customer's telephone, and from now on what comes and what of it
  /// changes.
  ///
  /// @param told must not block
  /// @return ends it
  public Runnable watch(String customer, Consumer<Shown> told) {
    return telephones.watch(customer, told);
  }

  /// A customer writes. `customer` is a number with `+`. Answers the name of the message.
  public String write(String customer, String name, String text) {
    return bring(own(customer, text, null, null), name, StubWire.text(text));
  }

  /// A customer sends a file; of those that were sent long ago the content is given up.
  ///
  /// @param caption empty: none
  public String sendFile(String customer, String name, StubFile file, String caption) {
    var media = next("media-");
    files.keep(media, file);
    var shown = new ShownFile(media, file.name(), file.type());
    return bring(own(customer, caption, shown, null), name, StubWire.file(media, file, caption));
  }

  /// A customer sends what was spoken into the telephone.
  public String sendVoice(String customer, String name, StubFile voice) {
    var media = next("media-");
    files.keep(media, voice);
    var shown = new ShownFile(media, "", voice.type());
    return bring(own(customer, "", shown, null), name, StubWire.voice(media, voice));
  }

  /// A customer sends a place.
  public String sendPlace(String customer, String name, Place place) {
    return bring(own(customer, "", null, place), name, StubWire.place(place));
  }

  private Shown own(String customer, String text, @Nullable ShownFile file, @Nullable Place place) {
    return new Shown(
        next("wamid.in-"), customer, true, text, file, place, clock.instant(), Tick.SENT);
  }

  private String bring(Shown shown, String name, Map<String, Object> content) {
    telephones.show(shown);
    deliverer.deliver(
        StubWire.message(account, shown.customer(), name, shown.id(), shown.at(), content),
        taken -> {
          var unused = telephones.mark(shown.id(), taken ? Tick.DELIVERED : Tick.FAILED);
        });
    return shown.id();
  }

  /// What stands on a customer's telephone.
  public List<Shown> shownTo(String customer) {
    return telephones.of(customer);
  }

  /// The content of a file that is shown; empty: it was given up.
  public Optional<StubFile> file(String id) {
    return files.find(id);
  }

  /// The customer looks at the telephone: what came is read.
  public void look(String customer) {
    for (var one : telephones.of(customer))
      if (!one.own())
        telephones.mark(one.id(), Tick.READ).ifPresent(seen -> tell(seen.id(), "read", 0));
  }

  /// From now on nothing that is sent to this customer arrives, for this reason; 0: it does.
  public void fail(String customer, int reason) {
    if (reason == 0) failing.remove(customer);
    else failing.put(customer, reason);
  }

  private String next(String kind) {
    return kind + run + "-" + numbers.incrementAndGet();
  }

  private void tell(String id, String state, int reason) {
    deliverer.deliver(StubWire.status(account, id, state, reason, clock.instant()));
  }

  private StubApi.Sends sends() {
    return new StubApi.Sends() {
      @Override
      public void read(String id) {
        var unused = telephones.mark(id, Tick.READ);
      }

      @Override
      public String name(String kind) {
        return next(kind);
      }

      @Override
      public void send(String id, Sent message) {
        arrive(id, message);
      }
    };
  }

  private void arrive(String id, Sent sent) {
    tell(id, "sent", 0);
    int reason = reason(sent);
    if (reason == 0) {
      telephones.show(
          new Shown(
              id,
              sent.to(),
              false,
              sent.text(),
              sent.file(),
              null,
              clock.instant(),
              Tick.DELIVERED));
      tell(id, "delivered", 0);
    } else tell(id, "failed", reason);
  }

  /// Why it does not arrive; 0: it does.
  private int reason(Sent sent) {
    if (!customers.isEmpty() && !customers.contains(sent.to())) return NOT_REACHABLE;
    boolean open =
        telephones
            .wrote(sent.to())
            .filter(at -> clock.instant().isBefore(at.plus(WINDOW)))
            .isPresent();
    if (!open && !sent.template()) return WINDOW_CLOSED;
    return failing.getOrDefault(sent.to(), 0);
  }

  @Override
  public void close() {
    api.close();
    deliverer.close();
  }
}
