/// Campaigns through the door.
@NullMarked
package org.hiwar.campaign.api;

import org.jspecify.annotations.NullMarked;
