/// The shell around a core: mailbox, batches, commit, replies, publishing, take-over, recovery. All
/// threads are here.
///
/// `Reign` is one ownership of a floor, `Keeper` the steps of one turn and of every recovery
/// without threads (so that a simulation can stop between any two of them), `Shell` the thread
/// around a keeper, `LocalPlacement` one shell per workspace in this process.
@NullMarked
package org.hiwar.floor.shell;

import org.jspecify.annotations.NullMarked;
