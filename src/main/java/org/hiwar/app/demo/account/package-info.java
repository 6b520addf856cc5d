/// WIRING: the accounts of channels by which the demo workspace knows the other sides that the
/// demonstration plays.
///
/// Owns no table.
@NullMarked
package org.hiwar.app.demo.account;

import org.jspecify.annotations.NullMarked;
