/// WIRING: what the pages on which a customer tries Hiwar have in common: a socket each.
///
/// Owns no table.
@NullMarked
package org.hiwar.app.demo.page;

import org.jspecify.annotations.NullMarked;
