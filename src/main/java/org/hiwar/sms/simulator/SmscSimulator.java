package org.hiwar.sms.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hiwar.sms.text.Encoding;
import org.hiwar.sms.text.Gsm7;
import org.hiwar.sms.text.Part;
import org.hiwar.sms.text.Reference;
import org.hiwar.sms.text.Segments;
import org.hiwar.sms.text.ShortContent;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;

/// A message centre (SMSC) that speaks SMPP on the loopback address, with the telephones behind it:
/// what is submitted arrives at once, and is kept; what its caller sends is delivered to whoever is
/// bound. It can be told to misbehave.
public final class SmscSimulator implements AutoCloseable {
  private static final int KEPT = 10_000;
  /// Answers that come at once, when many telephones write at the same time.
  private static final int QUEUE = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  /// Centres wait longer for an answer than the second or two that a library takes for it by
  /// itself, and only then send again.
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final Duration BIND_WITHIN = Duration.ofSeconds(10);

  private final String systemId;
  private final String password;
  private final LoopbackServer server;
  private final SMPPServerSessionListener listener;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Centre centre = new Centre(this);
  private final Submitted submitted = new Submitted();
  private final List<SMPPServerSession> bound = new CopyOnWriteArrayList<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<Consumer<Received>> listeners = new CopyOnWriteArrayList<>();
  private final ConcurrentHashMap<String, Integer> refused = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger(1_000);
  private final AtomicInteger references = new AtomicInteger();
  private final AtomicInteger throttled = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger mostOpen = new AtomicInteger();
  final AtomicInteger enquiries = new AtomicInteger();
  private volatile Duration late = Duration.ZERO;
  private volatile boolean receipts;

  private SmscSimulator(String systemId, String password) throws IOException {
    this.systemId = systemId;
    this.password = password;
    server = new LoopbackServer();
    listener = new SMPPServerSessionListener(server.port(), server);
    listener.setMessageReceiverListener(centre);
    threads.execute(this::accept);
  }

  /// A centre that admits this account and no other.
  public static SmscSimulator start(String systemId, String password) {
    try {
      return new SmscSimulator(systemId, password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.port();
  }

  /// What arrived at telephones, in order; the last 10 000.
  public List<Received> received() {
    return List.copyOf(received);
  }

  /// Is told of everything that arrives from now on, on a thread of the session: must not wait.
  public void listen(Consumer<Received> listener) {
    listeners.add(listener);
  }

  /// How many sessions are bound.
  public int sessions() {
    return bound.size();
  }

  /// How often somebody has asked whether we are there.
  public int enquiries() {
    return enquiries.get();
  }

  /// How many segments were without an answer at the same time, at most.
  public int mostAtATime() {
    return mostOpen.get();
  }

  /// A telephone writes: delivered, in parts where it is long, and again until it is taken, for a
  /// minute. False: nobody took it.
  public boolean send(String from, String to, String text) {
    return segments(text).stream().allMatch(one -> untilTaken(from, to, one));
  }

  /// As [#send], and only the parts of these numbers, from 1, in this order.
  public boolean sendParts(String from, String to, String text, int... parts) {
    var all = segments(text);
    for (int part : parts) if (!untilTaken(from, to, all.get(part - 1))) return false;
    return true;
  }

  /// One try to deliver a short message. Answers the `command_status`, 0 where it is taken; empty:
  /// nobody is bound, or nobody answered.
  public Optional<Integer> tryOnce(String from, String to, String text) {
    return deliver(from, to, segments(text).getFirst());
  }

  /// Says what became of a segment, by its id, in the words of SMPP: `DELIVRD`, `UNDELIV`,
  /// `EXPIRED`, `REJECTD`, `ACCEPTD`…
  public boolean receipt(String id, String from, String to, String state) {
    var text =
        "id:%s sub:001 dlvrd:001 submit date:2611220000 done date:2611220001 stat:%s err:000 text:"
            .formatted(id, state);
    var segment =
        new Segment(
            SMPPConstant.ESMCLS_SMSC_DELIV_RECEIPT, 0, text.getBytes(StandardCharsets.US_ASCII));
    return untilTaken(from, to, segment);
  }

  /// From now on every message is followed by the receipt that it was delivered.
  public void sendReceipts() {
    receipts = true;
  }

  /// Refuses the next `times` segments as too many.
  public void throttle(int times) {
    throttled.set(times);
  }

  /// Refuses what is sent to a number, with this `command_status`.
  public void refuse(String to, int status) {
    refused.put(to, status);
  }

  /// Answers every segment so much later.
  public void answerLate(Duration by) {
    late = by;
  }

  /// Breaks all sessions without a word.
  public void drop() {
    bound.forEach(SMPPServerSession::close);
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      drop();
      threads.shutdownNow();
    }
  }

  private void accept() {
    while (true) {
      try {
        var session = listener.accept();
        session.setQueueCapacity(QUEUE);
        session.setTransactionTimer(ANSWER_WITHIN.toMillis());
        threads.execute(() -> bind(session));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void bind(SMPPServerSession session) {
    try {
      var request = session.waitForBind(BIND_WITHIN.toMillis());
      if (!request.getSystemId().equals(systemId)) {
        request.reject(SMPPConstant.STAT_ESME_RINVSYSID);
      } else if (!request.getPassword().equals(password)) {
        request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
      } else {
        session.addSessionStateListener(
            (now, _, _) -> {
              if (!now.isBound()) bound.remove(session);
            });
        request.accept("hiwar-simulator");
        if (request.getBindType() == BindType.BIND_TRX) bound.add(session);
        if (!session.getSessionState().isBound()) bound.remove(session);
      }
    } catch (IOException | TimeoutException | PDUException _) {
      session.close();
    }
  }

  /// A segment has come. Answers its id.
  String submitted(SubmitSm pdu) throws ProcessRequestException {
    mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
    try {
      return taken(pdu);
    } finally {
      open.decrementAndGet();
    }
  }

  private String taken(SubmitSm pdu) throws ProcessRequestException {
    pause(late);
    if (throttled.getAndUpdate(left -> Math.max(0, left - 1)) > 0)
      throw new ProcessRequestException("slower", SMPPConstant.STAT_ESME_RTHROTTLED);
    var to = pdu.getDestAddrTon() == 1 ? "+" + pdu.getDestAddress() : pdu.getDestAddress();
    var status = refused.get(to);
    if (status != null) throw new ProcessRequestException("refused", status);
    var id = Integer.toString(ids.incrementAndGet());
    submitted.add(pdu, id).ifPresent(this::arrived);
    return id;
  }

  private void arrived(Received message) {
    received.add(message);
    if (received.size() > KEPT) received.removeFirst();
    listeners.forEach(listener -> listener.accept(message));
    if (receipts)
      threads.execute(
          () -> message.ids().forEach(id -> receipt(id, message.to(), message.from(), "DELIVRD")));
  }

  private record Segment(int esmClass, int coding, byte[] content) {}

  private List<Segment> segments(String text) {
    var segments = Segments.of(text);
    int coding = segments.encoding() == Encoding.GSM7 ? 0 : 8;
    if (segments.count() == 1)
      return List.of(new Segment(0, coding, bytes(segments.encoding(), text)));
    int reference = references.incrementAndGet() & 0xFF;
    return java.util.stream.IntStream.rangeClosed(1, segments.count())
        .mapToObj(
            number ->
                new Segment(
                    SMPPConstant.ESMCLS_UDHI_INDICATOR_SET,
                    coding,
                    ShortContent.write(
                        new Part(reference, segments.count(), number),
                        Reference.SHORT,
                        bytes(segments.encoding(), segments.texts().get(number - 1)))))
        .toList();
  }

  private static byte[] bytes(Encoding encoding, String text) {
    return switch (encoding) {
      case GSM7 -> Gsm7.encode(text);
      case UCS2 -> text.getBytes(StandardCharsets.UTF_16BE);
    };
  }

  private boolean untilTaken(String from, String to, Segment segment) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!deliver(from, to, segment).equals(Optional.of(0))) {
      if (System.nanoTime() > end || !pause(Duration.ofMillis(100))) return false;
    }
    return true;
  }

  private Optional<Integer> deliver(String from, String to, Segment segment) {
    if (bound.isEmpty()) return Optional.empty();
    var session = bound.getLast();
    try {
      session.deliverShortMessage(
          "",
          kind(from),
          NumberingPlanIndicator.ISDN,
          digits(from),
          kind(to),
          NumberingPlanIndicator.ISDN,
          digits(to),
          new ESMClass(segment.esmClass),
          (byte) 0,
          (byte) 0,
          new RegisteredDelivery(0),
          new RawDataCoding((byte) segment.coding),
          segment.content);
      return Optional.of(0);
    } catch (NegativeResponseException e) {
      return Optional.of(e.getCommandStatus());
    } catch (IOException
        | PDUException
        | ResponseTimeoutException
        | InvalidResponseException
        | IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  private static TypeOfNumber kind(String address) {
    if (address.startsWith("+")) return TypeOfNumber.INTERNATIONAL;
    boolean number = address.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? TypeOfNumber.NETWORK_SPECIFIC : TypeOfNumber.ALPHANUMERIC;
  }

  private static String digits(String address) {
    return address.startsWith("+") ? address.substring(1) : address;
  }

  private static boolean pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
