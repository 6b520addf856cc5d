package org.hiwar.voice.media.rtp;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.hiwar.voice.media.Packet;
import org.hiwar.voice.media.Payloads;
import org.hiwar.voice.media.Tone;
import org.hiwar.voice.media.relay.Bridge;
import org.hiwar.voice.media.relay.Line;

/// No test: prints what a relayed packet costs, in processor time and in memory, of the threads
/// that read the sockets. Both ends are in this process, and their cost is not counted.
///
/// Run it with `mvn test-compile` and the test class path; nothing else should run beside it.
final class RelayCost {
  private static final int PAIRS = 50;
  private static final int ROUNDS = 400;
  private static final int BURST = 10;

  private RelayCost() {}

  public static void main(String[] arguments) throws IOException {
    for (var i = 0; i < 5; i++) run();
    System.exit(0);
  }

  private static void run() throws IOException {
    var random = new SplittableRandom(1);
    try (var ports = TestPorts.open();
        var sender = new Phone();
        var receiver = new Phone()) {
      var targets = new int[PAIRS];
      for (var i = 0; i < PAIRS; i++) {
        var in = ports.open(TrunkListener.NONE).orElseThrow();
        var out = ports.open(TrunkListener.NONE).orElseThrow();
        in.describe(FarEnd.at(sender.address(), new Payloads(Payloads.PCMU, 101)));
        out.describe(FarEnd.at(receiver.address(), new Payloads(Payloads.PCMA, 101)));
        var nanoTime = (LongSupplier) System::nanoTime;
        new Bridge(new Line(in, nanoTime, random), new Line(out, nanoTime, random)).attach();
        targets[i] = in.port();
      }
      var before = Cost.now();
      for (var round = 0; round < ROUNDS; round++) {
        var bytes = Packet.audio(round, 160 * round, Tone.of(440).frame(round)).bytes();
        for (var i = 0; i < PAIRS; i++) {
          sender.send(bytes, targets[i]);
          if (i % BURST == 0) LockSupport.parkNanos(200_000);
        }
      }
      LockSupport.parkNanos(500_000_000);
      before.print(receiver.received().size());
    }
  }

  /// What the threads named `rtp-…` have used.
  private record Cost(long nanos, long bytes) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Cost now() {
      var readers =
          Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
              .filter(thread -> thread != null && thread.getThreadName().startsWith("rtp-"))
              .mapToLong(thread -> thread.getThreadId())
              .toArray();
      return new Cost(
          Arrays.stream(readers).map(THREADS::getThreadCpuTime).sum(),
          Arrays.stream(readers).map(THREADS::getThreadAllocatedBytes).sum());
    }

    void print(int packets) {
      var now = now();
      System.out.printf(
          "%d packets, %.2f µs and %.1f bytes each%n",
          packets, (now.nanos - nanos) / 1e3 / packets, (double) (now.bytes - bytes) / packets);
    }
  }
}
