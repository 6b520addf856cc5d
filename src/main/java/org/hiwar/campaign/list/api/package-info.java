/// Calling lists, imports and do-not-call lists over HTTP, for those who manage campaigns.
@NullMarked
package org.hiwar.campaign.list.api;

import org.jspecify.annotations.NullMarked;
