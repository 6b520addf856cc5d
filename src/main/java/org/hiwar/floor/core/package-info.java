/// The decision core of a floor: who gets what, and when. Pure: no clock, no I/O, no randomness, no
/// threads.
///
/// `FloorCore.decide(command, now)` answers; what it decides it applies at once, because the next
/// decision builds on it, and collects as events and changed rows. Nothing of that is visible
/// outside before the shell has committed it, so the core may work on private mutable state: when a
/// commit fails, the shell throws the whole core away and restores another from the rows.
///
/// The states are `WorkState` (its transitions in `WorkLife`) and `Standing` (in `PresenceLife`);
/// the tables of both are printed into docs/state-machines.md. May use org.hiwar.workspace for ids
/// and media.
@NullMarked
package org.hiwar.floor.core;

import org.jspecify.annotations.NullMarked;
