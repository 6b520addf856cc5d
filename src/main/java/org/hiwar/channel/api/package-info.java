/// The entries over HTTP for whoever sets channels up: their kinds and accounts, the ledger of what
/// came in, and what was set aside; and the door at which providers knock. Uses workspace and
/// platform.
@NullMarked
package org.hiwar.channel.api;

import org.jspecify.annotations.NullMarked;
