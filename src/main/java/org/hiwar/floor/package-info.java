/// POLICY: who gets what, and when. One floor per workspace, a single-threaded deterministic core
/// whose decisions are committed in batches before anyone sees them.
///
/// This package is the door: `Floors` takes commands and shows agents, `FloorListener` hears what
/// has been committed, and `CommitParts`, `Guard`, `OpenWork` and `Plans` are what a floor asks of
/// others. Inside: `core` decides, `store` keeps (tables of V4: floor, floor_agent, floor_work,
/// work_ended, floor_event, floor_command), `shell` runs it. May use everything below POLICY.
@NullMarked
package org.hiwar.floor;

import org.jspecify.annotations.NullMarked;
