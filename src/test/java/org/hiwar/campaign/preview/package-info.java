/// Tests of the hand-out of records.
@NullMarked
package org.hiwar.campaign.preview;

import org.jspecify.annotations.NullMarked;
