package org.hiwar.voice.sip.jain;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TooManyListenersException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipProvider;
import org.hiwar.voice.sip.Dial;
import org.hiwar.voice.sip.PhoneDirectory;
import org.hiwar.voice.sip.PhoneListener;
import org.hiwar.voice.sip.SipCall;
import org.hiwar.voice.sip.SipCalls;
import org.hiwar.voice.sip.SipCount;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.voice.sip.SipListener;
import org.hiwar.voice.sip.SipSettings;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.voice.sip.TrunkState;
import org.hiwar.voice.sip.Trunks;
import org.jspecify.annotations.Nullable;

/// The endpoint: puts its parts together, and takes them apart again.
public final class JainEndpoint implements SipEndpoint {
  private static final Duration RESOLVE_AGAIN = Duration.ofMinutes(1);
  private static final Duration EXPIRE_AGAIN = Duration.ofSeconds(1);
  /// For the last messages to leave before the sockets are closed.
  private static final Duration GOODBYE = Duration.ofMillis(300);
  private static final TrunkState UNKNOWN =
      new TrunkState(new TrunkState.NotAsked(), new TrunkState.Unknown());

  private final OwnStack stack;
  private final Sockets sockets;
  private final Office office;
  private final TrunkTable trunks;
  private final Bindings bindings;
  private final Departures departures;
  private final Clock clock;
  private final Map<TrunkId, TrunkLink> links = new ConcurrentHashMap<>();
  private final Thread resolver;
  private final Thread expiry;
  private boolean closed;

  private JainEndpoint(
      SipSettings settings,
      Trunks configured,
      PhoneDirectory phones,
      SipCalls calls,
      Clock clock,
      RandomGenerator random)
      throws SipException {
    this.clock = clock;
    var limits = settings.limits();
    var counts = new Counts();
    trunks = new TrunkTable(configured);
    bindings = new Bindings(clock);
    var registers = new Rate<InetAddress>(limits.registersPerSecond(), System::nanoTime);
    sockets =
        Sockets.bind(
            settings.bind(), settings.port(), new Gate(this::isKnown, limits, counts, registers));
    try {
      var tokens = new Tokens(random);
      stack = new OwnStack("hiwar-" + tokens.word(), limits, sockets, counts);
      var provider = provider();
      var host = Text.host(settings.advertised());
      var wire = new Wire(SipFactory.getInstance(), provider, host, sockets.port(), tokens);
      office = new Office(wire, limits, counts, tokens, new Registry(), new AtomicInteger());
      var authentication = new Authentication(settings, phones, clock, random, counts);
      departures = new Departures(office, trunks, bindings);
      provider.addSipListener(
          new Reception(
              office,
              new Registrar(office, bindings, authentication, clock),
              new Arrivals(office, trunks, bindings, authentication, calls)));
      stack.start();
    } catch (TooManyListenersException | InvalidArgumentException e) {
      throw new SipException("cannot listen", e);
    }
    resolver = Thread.ofVirtual().name("sip-resolver").start(this::resolveNowAndThen);
    expiry = Thread.ofVirtual().name("sip-expiry").start(this::expireNowAndThen);
  }

  /// Listens from when it returns on.
  ///
  /// @param random for tags and nonces, so a secure one
  /// @throws org.hiwar.platform.BadSetup when the port is taken
  public static SipEndpoint open(
      SipSettings settings,
      Trunks trunks,
      PhoneDirectory phones,
      SipCalls calls,
      Clock clock,
      RandomGenerator random) {
    try {
      return new JainEndpoint(settings, trunks, phones, calls, clock, random);
    } catch (SipException e) {
      throw new IllegalStateException("SIP cannot be started", e);
    }
  }

  private SipProvider provider() throws SipException, InvalidArgumentException {
    var address = sockets.address().getAddress().getHostAddress();
    var udp = stack.createListeningPoint(address, sockets.port(), "udp");
    var tcp = stack.createListeningPoint(address, sockets.port(), "tcp");
    var provider = stack.createSipProvider(udp);
    provider.addListeningPoint(tcp);
    return provider;
  }

  private boolean isKnown(InetSocketAddress source) {
    return trunks.knows(source.getAddress()) || bindings.at(source) != null;
  }

  private void resolveNowAndThen() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        trunksChanged();
      } catch (RuntimeException _) {
        office.counts().add(SipCount.FAULT);
      }
      LockSupport.parkNanos(RESOLVE_AGAIN.toNanos());
    }
  }

  /// A phone that is gone without a word counts as there for so much longer at most.
  private void expireNowAndThen() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        bindings.expire();
      } catch (RuntimeException _) {
        office.counts().add(SipCount.FAULT);
      }
      LockSupport.parkNanos(EXPIRE_AGAIN.toNanos());
    }
  }

  private synchronized void link() {
    if (closed) return;
    var lines = trunks.all();
    links
        .entrySet()
        .removeIf(
            entry -> {
              var line = lines.get(entry.getKey());
              if (line != null && entry.getValue().isFor(line)) return false;
              entry.getValue().stop();
              return true;
            });
    lines.forEach(
        (id, line) ->
            links.computeIfAbsent(
                id,
                _ -> {
                  var link = new TrunkLink(line, office, clock);
                  link.start();
                  return link;
                }));
  }

  @Override
  public SipCall call(Dial dial, SipListener listener) {
    return departures.call(dial, listener);
  }

  @Override
  public InetSocketAddress address() {
    return sockets.address();
  }

  @Override
  public void trunksChanged() {
    trunks.load();
    link();
  }

  @Override
  public TrunkState trunk(TrunkId id) {
    var link = links.get(id);
    return link == null ? UNKNOWN : link.state();
  }

  @Override
  public Set<InetAddress> addresses(TrunkId id) {
    var line = trunks.find(id);
    return line == null ? Set.of() : line.addresses();
  }

  @Override
  public Set<String> registeredPhones() {
    return bindings.users();
  }

  @Override
  public @Nullable InetSocketAddress phone(String user) {
    var binding = bindings.of(user);
    return binding == null ? null : binding.source();
  }

  @Override
  public void unregister(String user) {
    bindings.unbind(user);
  }

  @Override
  public void listen(PhoneListener listener) {
    bindings.listen(listener);
  }

  @Override
  public long count(SipCount what) {
    return office.counts().of(what);
  }

  @Override
  public int calls() {
    return office.calls().get();
  }

  @Override
  public void close() {
    resolver.interrupt();
    expiry.interrupt();
    synchronized (this) {
      closed = true;
    }
    office.registry().all().forEach(Call::close);
    links.values().forEach(TrunkLink::stop);
    LockSupport.parkNanos(GOODBYE.toNanos());
    stack.stop();
  }
}
