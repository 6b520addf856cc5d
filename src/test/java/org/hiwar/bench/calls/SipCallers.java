package org.hiwar.bench.calls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Callers behind one trunk: each call has a dialog of its own, all share a socket. Repeats what is
/// not answered as RFC 3261 says, so that nothing is lost for a full buffer.
final class SipCallers implements AutoCloseable {
  private static final long T1_MS = 500;
  private static final int REPEATS = 6;
  private static final AtomicLong COUNT = new AtomicLong(System.nanoTime() & 0xffffff);

  private final SipSocket socket;
  private final InetSocketAddress server;
  private final Consumer<PlacedCall> answered;
  private final Map<String, PlacedCall> calls = new ConcurrentHashMap<>();
  private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();

  /// @param answered told on the thread of the socket
  SipCallers(InetAddress at, InetSocketAddress server, Consumer<PlacedCall> answered)
      throws IOException {
    this.server = server;
    this.answered = answered;
    socket = new SipSocket(at, this::received);
  }

  InetSocketAddress address() {
    return socket.address();
  }

  /// A call that is not placed yet, of a caller whom nobody else has.
  PlacedCall call(String called) {
    long number = COUNT.incrementAndGet();
    var call =
        new PlacedCall(this, number, String.format("+49176%08d", number % 100_000_000), called);
    calls.put(call.callId, call);
    return call;
  }

  /// `media`: where the caller hears.
  void place(PlacedCall call, InetSocketAddress media) {
    call.invitedAt = System.nanoTime();
    invite(call, media);
  }

  private void invite(PlacedCall call, InetSocketAddress media) {
    if (call.heardOf || call.invitations++ > REPEATS) return;
    var head =
        "INVITE "
            + uri(call)
            + " SIP/2.0\r\n"
            + common(call, "1 INVITE", uri(call), "i")
            + "Contact: <sip:caller@"
            + socket.host()
            + ">\r\n";
    socket.send(SipText.withBody(head, SipText.sdp(media)), server);
    later(() -> invite(call, media), call.invitations);
  }

  /// The caller hangs up, or gives up before an answer.
  void leave(PlacedCall call) {
    if (call.leftAt == 0) call.leftAt = System.nanoTime();
    if (call.isOver() || call.goodbyes++ > REPEATS) return;
    var head =
        call.answeredAt == 0
            ? "CANCEL " + uri(call) + " SIP/2.0\r\n" + common(call, "1 CANCEL", uri(call), "i")
            : "BYE " + call.contact + " SIP/2.0\r\n" + common(call, "2 BYE", to(call), "b");
    socket.send(SipText.withBody(head, ""), server);
    later(() -> leave(call), call.goodbyes);
  }

  private void later(Runnable again, int times) {
    alarms.schedule(again, T1_MS << Math.min(times - 1, 3), TimeUnit.MILLISECONDS);
  }

  private String uri(PlacedCall call) {
    return "sip:"
        + call.called
        + "@"
        + server.getAddress().getHostAddress()
        + ":"
        + server.getPort();
  }

  private String to(PlacedCall call) {
    return call.to.isEmpty() ? uri(call) : call.to;
  }

  private String common(PlacedCall call, String sequence, String to, String branch) {
    return "Via: SIP/2.0/UDP "
        + socket.host()
        + ";branch=z9hG4bK"
        + call.callId
        + branch
        + ";rport\r\nMax-Forwards: 70\r\nFrom: <sip:"
        + call.number
        + "@"
        + socket.host()
        + ">;tag="
        + call.callId
        + "\r\nTo: "
        + (to.startsWith("<") || to.contains(";tag=") ? to : "<" + to + ">")
        + "\r\nCall-ID: "
        + call.callId
        + "\r\nCSeq: "
        + sequence
        + "\r\n";
  }

  private void received(String message, InetSocketAddress from) {
    var call = calls.get(SipText.header(message, "Call-ID"));
    int status = SipText.status(message);
    if (status == 0) asked(message, from, call);
    else if (call != null) answer(call, status, message);
  }

  private void answer(PlacedCall call, int status, String message) {
    call.heardOf = true;
    if (status < 200) return;
    var sequence = SipText.header(message, "CSeq");
    if (sequence.endsWith("CANCEL")) return;
    if (sequence.endsWith("BYE")) {
      over(call);
      return;
    }
    call.to = SipText.header(message, "To");
    if (status >= 300) {
      acknowledge(call, uri(call), "i");
      call.refused = status;
      over(call);
      return;
    }
    call.contact = SipText.uri(SipText.header(message, "Contact"));
    acknowledge(call, call.contact, "a");
    if (call.answeredAt != 0) return;
    call.answeredAt = System.nanoTime();
    call.media = SipText.media(message);
    answered.accept(call);
  }

  private void acknowledge(PlacedCall call, String to, String branch) {
    var head = "ACK " + to + " SIP/2.0\r\n" + common(call, "1 ACK", to(call), branch);
    socket.send(SipText.withBody(head, ""), server);
  }

  /// What the server asks, a hang-up for instance, is always granted.
  private void asked(
      String message, InetSocketAddress from, @org.jspecify.annotations.Nullable PlacedCall call) {
    if (message.startsWith("ACK ")) return;
    socket.send(
        SipText.withBody(
            "SIP/2.0 200 OK\r\n"
                + SipText.lines(message, "Via")
                + SipText.lines(message, "From")
                + SipText.lines(message, "To")
                + SipText.lines(message, "Call-ID")
                + SipText.lines(message, "CSeq"),
            ""),
        from);
    if (call != null && message.startsWith("BYE ")) over(call);
  }

  private void over(PlacedCall call) {
    if (!call.isOver()) call.overAt = System.nanoTime();
    calls.remove(call.callId);
  }

  @Override
  public void close() {
    alarms.shutdownNow();
    socket.close();
  }
}
