package org.hiwar.voice.sip.jain;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.hiwar.voice.sip.SipCount;

final class Counts {
  private final Map<SipCount, LongAdder> counters = new EnumMap<>(SipCount.class);

  Counts() {
    for (var what : SipCount.values()) counters.put(what, new LongAdder());
  }

  void add(SipCount what) {
    counter(what).increment();
  }

  long of(SipCount what) {
    return counter(what).sum();
  }

  private LongAdder counter(SipCount what) {
    var counter = counters.get(what);
    if (counter == null) throw new IllegalStateException("no counter for " + what);
    return counter;
  }
}
