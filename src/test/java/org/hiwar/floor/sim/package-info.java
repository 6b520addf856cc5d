/// The seeded simulation of a floor: one thread, a clock of its own, clumsy agents and impatient
/// customers, a network that loses, delays and repeats, a database that fails before or after a
/// commit, and processes that die between any two steps or go on after somebody else has taken
/// over.
///
/// `Ledger` is a second, simple opinion on what may happen, with its own arithmetic; it checks at
/// every write. To look into a seed: `mvn test -Dtest=SimulationTest -Dseed=4711`. More of them:
/// `-Dseeds=1000000`.
@NullMarked
package org.hiwar.floor.sim;

import org.jspecify.annotations.NullMarked;
