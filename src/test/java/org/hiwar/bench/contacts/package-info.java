/// What is measured of contacts: found among a million, recognised by their number with what
/// happened with them, and those with very long histories; each beside the bare statement.
@NullMarked
package org.hiwar.bench.contacts;

import org.jspecify.annotations.NullMarked;
