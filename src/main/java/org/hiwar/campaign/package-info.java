/// POLICY: calling lists, campaigns, and records that agents preview before they call.
///
/// Owns the tables of V20 and V21, besides service_team. Publishes to `CampaignListener`. May use
/// floor, conversation, contact, workspace and platform; never voice or desks: what a preview asks
/// of telephony is an interface of this package, and what it shows is read by an interface of the
/// desktop.
///
/// A campaign is a queue of the floor, of medium PREVIEW. Records are claimed in small batches,
/// become work on the floor, and leave it only by an offer to one agent.
@NullMarked
package org.hiwar.campaign;

import org.jspecify.annotations.NullMarked;
