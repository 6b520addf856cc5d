package org.hiwar.voice.media.rtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/// The UDP ports for audio of trunks and phones, and the threads that read them.
public final class TrunkPorts implements AutoCloseable {
  private final Place place;
  private final LongSupplier nanoTime;
  private final SecureRandom random;
  private final List<SelectorLoop> loops;
  private final AtomicInteger turn = new AtomicInteger();
  private final Refusals refusals = new Refusals();

  /// Where the ports are, and what is expected of them.
  ///
  /// @param address of this machine that is bound
  /// @param loops threads, one for each core that is to carry media
  /// @param silence after which a far end that was to send counts as gone
  public record Place(InetAddress address, PortRange range, int loops, Duration silence) {}

  public TrunkPorts(Place place, LongSupplier nanoTime, SecureRandom random) {
    this.place = place;
    this.nanoTime = nanoTime;
    this.random = random;
    this.loops =
        IntStream.range(0, place.loops())
            .mapToObj(i -> new SelectorLoop("rtp-" + i, nanoTime))
            .toList();
  }

  /// Binds a pair of ports that nobody can guess; empty when every pair of the range is taken.
  public Optional<TrunkPort> open(TrunkListener listener) {
    var pairs = place.range().pairs();
    var start = random.nextInt(pairs);
    for (var i = 0; i < pairs; i++) {
      var opened = openPair(place.range().even((start + i) % pairs), listener);
      if (opened.isPresent()) return opened;
    }
    return Optional.empty();
  }

  /// What was refused on all ports since the start.
  public Map<Refused, Long> refused() {
    return refusals.snapshot();
  }

  /// Ends the threads and closes what legs are still open.
  @Override
  public void close() {
    loops.forEach(SelectorLoop::close);
  }

  private Optional<TrunkPort> openPair(int port, TrunkListener listener) {
    try {
      var rtp = bound(port);
      try {
        var rtcp = bound(port + 1);
        return Optional.of(leg(rtp, rtcp, listener));
      } catch (BindException e) {
        rtp.close();
        throw e;
      }
    } catch (BindException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TrunkPort leg(DatagramChannel rtp, DatagramChannel rtcp, TrunkListener listener)
      throws IOException {
    var loop = loops.get(Math.floorMod(turn.getAndIncrement(), loops.size()));
    var port = new TrunkPort(new TrunkPort.Sockets(rtp, rtcp, loop), this, listener);
    loop.add(rtp, port.rtpSocket());
    loop.add(rtcp, port.rtcpSocket());
    return port;
  }

  /// Never connected: the far end may send from another address than it says.
  private DatagramChannel bound(int port) throws IOException {
    var ipv6 = place.address() instanceof Inet6Address;
    var family = ipv6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
    var channel = DatagramChannel.open(family);
    try {
      channel.bind(new InetSocketAddress(place.address(), port));
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  long now() {
    return nanoTime.getAsLong();
  }

  SecureRandom random() {
    return random;
  }

  Duration silence() {
    return place.silence();
  }

  Refusals refusals() {
    return refusals;
  }
}
