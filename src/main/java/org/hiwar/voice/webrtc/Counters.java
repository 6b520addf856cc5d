package org.hiwar.voice.webrtc;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What [PortCounts] shows.
final class Counters {
  private final LongAdder received = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final Map<Refusal, LongAdder> refused = new ConcurrentHashMap<>();

  void received() {
    received.increment();
  }

  void sent() {
    sent.increment();
  }

  void refused(Refusal why) {
    refused.computeIfAbsent(why, _ -> new LongAdder()).increment();
  }

  PortCounts counts(int legs) {
    var occurred = new EnumMap<Refusal, Long>(Refusal.class);
    refused.forEach((why, count) -> occurred.put(why, count.sum()));
    return new PortCounts(legs, received.sum(), sent.sum(), occurred);
  }
}
