package org.hiwar.voice.media;

import java.util.ArrayList;
import java.util.List;

/// Ticks that a test makes; the clock goes along.
public final class HandTicks implements Ticks {
  private final HandClock clock;
  private final List<Tick> ticks = new ArrayList<>();

  public HandTicks(HandClock clock) {
    this.clock = clock;
  }

  @Override
  public void each(Tick tick) {
    ticks.add(tick);
  }

  public void tick(int times) {
    for (var i = 0; i < times; i++) {
      for (var tick : List.copyOf(ticks)) if (!tick.tick()) ticks.remove(tick);
      clock.passMs(20);
    }
  }

  public int waiting() {
    return ticks.size();
  }
}
