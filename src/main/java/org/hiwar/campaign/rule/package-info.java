/// POLICY: when whom may be called, and what a result makes of a record. Data and functions of
/// them: no clock, no database, no network; the same question has always the same answer.
///
/// `CampaignRules` is what a campaign has set, `Callee` what is known of the record, and `Verdicts`
/// what may be done now. Owns no tables: the rules are stored within the settings of a campaign, a
/// verdict with the attempt that it allowed.
@NullMarked
package org.hiwar.campaign.rule;

import org.jspecify.annotations.NullMarked;
