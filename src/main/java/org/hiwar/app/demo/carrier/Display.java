package org.hiwar.app.demo.carrier;

/// What a telephone shows. Told under the telephone's lock, so it must not block.
@FunctionalInterface
interface Display {
  void show(ToPhone frame);
}
