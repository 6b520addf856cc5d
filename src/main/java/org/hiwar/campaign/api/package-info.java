/// EDGES of campaigns: what administrators set up and operators start and stop, over HTTP. Owns no
/// table: writes by the stores of campaign. May use campaign, workspace and platform.
@NullMarked
package org.hiwar.campaign.api;

import org.jspecify.annotations.NullMarked;
