/// The hand-out of calling records to agents: from the claim of a record through its review and its
/// calls to what becomes of it.
///
/// A claimed record is a *preview*: a row of this package and a piece of work of medium PREVIEW on
/// the floor, both with the same number. The floor decides who gets it; what it decides changes the
/// row in the floor's own transaction (`PreviewParts`), and whether a record may be offered is
/// asked there too (`PreviewGuard`). What the agent decides changes the row first, under a
/// condition, and is told to the floor afterwards, again and again until it has heard. So one
/// record is never with two agents, whatever stops in between. Owns preview, call_attempt,
/// stopped_number and record_event; changes campaign_record together with the campaigns.
@NullMarked
package org.hiwar.campaign.preview;

import org.jspecify.annotations.NullMarked;
