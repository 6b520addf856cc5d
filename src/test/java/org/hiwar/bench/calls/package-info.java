/// Calls measured: callers on a trunk and agents at their desks, with browsers' telephones but
/// without browsers, all in this one program; and beside them what else relays and routes calls,
/// from Debian packages.
@NullMarked
package org.hiwar.bench.calls;

import org.jspecify.annotations.NullMarked;
