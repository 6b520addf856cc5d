package org.hiwar.floor.sim;

/// The process dies here.
final class Crash extends Error {
  Crash() {
    super("the process dies", null, false, false);
  }
}
