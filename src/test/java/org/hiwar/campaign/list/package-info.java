/// Lists and imports against a real database.
@NullMarked
package org.hiwar.campaign.list;

import org.jspecify.annotations.NullMarked;
