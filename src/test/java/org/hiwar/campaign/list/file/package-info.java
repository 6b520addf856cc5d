/// Files of tables, right and wrong ones.
@NullMarked
package org.hiwar.campaign.list.file;

import org.jspecify.annotations.NullMarked;
