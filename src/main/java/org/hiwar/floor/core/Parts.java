package org.hiwar.floor.core;

import java.util.function.Supplier;

/// What a core is made of. Tests put a faulty part in, to see that the simulation finds it.
record Parts(
    WorkLife life,
    Fitness fitness,
    IdleFactory idle,
    Supplier<Waiting> waiting,
    Timers timers,
    Lately lately,
    Lines lines) {

  @FunctionalInterface
  interface IdleFactory {
    Idle create(Service rules);
  }

  static Parts sound() {
    return new Parts(
        new WorkLife(),
        new Fitness(),
        rules -> new ListIdle(rules.prefersLevel()),
        Waiting::new,
        new Timers(),
        new Lately(),
        new Lines());
  }
}
