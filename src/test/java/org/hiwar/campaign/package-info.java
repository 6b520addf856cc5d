/// Tests of campaigns.
@NullMarked
package org.hiwar.campaign;

import org.jspecify.annotations.NullMarked;
