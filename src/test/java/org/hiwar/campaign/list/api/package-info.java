/// Lists through the doors.
@NullMarked
package org.hiwar.campaign.list.api;

import org.jspecify.annotations.NullMarked;
