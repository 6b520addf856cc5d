/// The rules of when whom may be called: pure, without clock, chance and database.
@NullMarked
package org.hiwar.campaign.rule;

import org.jspecify.annotations.NullMarked;
