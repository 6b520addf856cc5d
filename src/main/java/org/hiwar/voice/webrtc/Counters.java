package org.hiwar.voice.webrtc;

import java.util.EnumMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/// What [PortCounts] shows.
final class Counters {
  private final LongAdder received = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final LongAdder[] refused =
      Stream.generate(LongAdder::new).limit(Refusal.values().length).toArray(LongAdder[]::new);

  void received() {
    received.increment();
  }

  void sent() {
    sent.increment();
  }

  void refused(Refusal why) {
    refused[why.ordinal()].increment();
  }

  PortCounts counts(int legs) {
    var occurred = new EnumMap<Refusal, Long>(Refusal.class);
    for (var why : Refusal.values()) {
      long count = refused[why.ordinal()].sum();
      if (count > 0) occurred.put(why, count);
    }
    return new PortCounts(legs, received.sum(), sent.sum(), occurred);
  }
}
