/// POLICY: what is counted of campaigns, and the rows behind it. Reads record_event and
/// call_attempt, which previews write; owns no table. May use campaign, workspace and platform.
///
/// The formulas, as the screen's help says them: *previewed* are reviews that ended, however;
/// *skipped %* is skipped of previewed; the *average preview time* runs from acceptance to Complete,
/// Skip or the first dial; rejected and unanswered requests, and completions, are counted apart. An
/// attempt counts in the interval in which it began, everything else when it happened.
@NullMarked
package org.hiwar.campaign.report;

import org.jspecify.annotations.NullMarked;
