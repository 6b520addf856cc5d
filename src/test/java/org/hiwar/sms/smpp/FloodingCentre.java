package org.hiwar.sms.smpp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.testing.Await;

/// A message centre that sends what no centre should, as fast as it is taken, and a good message
/// now and then, which it sends again until it is told that we have it.
final class FloodingCentre implements AutoCloseable {
  private static final int OK = 0;
  private static final int DELIVER_SM_RESP = 0x80000005;
  private static final int SUBMIT_SM_RESP = 0x80000004;
  private static final int UNKNOWN = 0x0BAD;
  /// Without an answer at the same time.
  private static final int WINDOW = 400;
  private static final int OF_A_SESSION = 700;
  private static final int[] IMPOSSIBLE = {Integer.MAX_VALUE, -1, 3, 0};

  private final RawCentre centre = new RawCentre();
  private final Semaphore window = new Semaphore(WINDOW);
  /// Good ones of which we have not been told that they are kept, by their numbers.
  private final Map<Integer, byte[]> good = new ConcurrentHashMap<>();
  private final Queue<Integer> again = new ConcurrentLinkedQueue<>();
  private final AtomicInteger numbers = new AtomicInteger(1_000);
  /// Messages that cannot be read, and good ones.
  final AtomicInteger malformed = new AtomicInteger();
  final AtomicInteger goods = new AtomicInteger();
  /// Answers that say no.
  final AtomicInteger refused = new AtomicInteger();
  private int rounds;

  FloodingCentre() throws IOException {}

  int port() {
    return centre.port();
  }

  /// One session, which ends with a length that cannot be.
  void session() throws IOException, InterruptedException {
    try (var peer = centre.accept()) {
      var answers = Thread.startVirtualThread(() -> listen(peer));
      window.drainPermits();
      window.release(WINDOW);
      for (int i = 0; i < OF_A_SESSION; i++) send(peer, i);
      peer.send(ByteBuffer.allocate(4).putInt(IMPOSSIBLE[rounds++ % IMPOSSIBLE.length]).array());
      answers.join();
    }
  }

  /// The last session, in which only what we have not been told to have comes again.
  void rest() throws IOException {
    again.clear();
    again.addAll(good.keySet());
    try (var peer = centre.accept()) {
      Thread.startVirtualThread(() -> listen(peer));
      Await.until(
          () -> {
            for (var number = again.poll(); number != null; number = again.poll()) {
              var body = good.get(number);
              if (body != null) peer.deliver(number, body);
            }
            return good.isEmpty();
          });
    }
  }

  private void send(RawCentre.Peer peer, int what) throws IOException, InterruptedException {
    if (!window.tryAcquire(60, TimeUnit.SECONDS)) throw new AssertionError("nothing is answered");
    int number = numbers.incrementAndGet();
    switch (what % 7) {
      case 0 -> {
        var body = RawCentre.message("good " + goods.incrementAndGet());
        good.put(number, body);
        peer.deliver(number, body);
      }
      case 1 -> {
        peer.pdu(UNKNOWN + what, number, new byte[] {1, 2, 3});
      }
      case 2 -> {
        // an answer to what nobody asked
        peer.pdu(SUBMIT_SM_RESP, number, "no such message\0".getBytes(StandardCharsets.US_ASCII));
      }
      default -> peer.deliver(what % 2 == 0 ? number : 7, unreadable(malformed.incrementAndGet()));
    }
  }

  /// No two have the same bytes.
  private static byte[] unreadable(int number) {
    var body = RawCentre.message("%06d bad".formatted(number));
    return switch (number % 3) {
      case 0 -> Arrays.copyOf(body, body.length - 2);
      case 1 -> "no end %06d".formatted(number).getBytes(StandardCharsets.US_ASCII);
      default -> {
        body[body.length - 11] = (byte) 200; // a text of 200 bytes in 10
        yield body;
      }
    };
  }

  private void listen(RawCentre.Peer peer) {
    try {
      while (true) {
        var answer = peer.answer();
        window.release();
        if (answer[1] != OK) {
          refused.incrementAndGet();
          again.add(answer[2]);
        }
        if (answer[0] == DELIVER_SM_RESP && answer[1] == OK) good.remove(answer[2]);
      }
    } catch (IOException _) {
      // the session is over
    }
  }

  @Override
  public void close() {
    try {
      centre.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
