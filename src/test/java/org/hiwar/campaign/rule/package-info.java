@NullMarked
package org.hiwar.campaign.rule;

import org.jspecify.annotations.NullMarked;
