/// What is measured of contacts: found among a million, recognised by their number with what
/// happened with them, those with very long histories, and brought in from a file; each beside the
/// bare statement.
@NullMarked
package org.hiwar.bench.contacts;

import org.jspecify.annotations.NullMarked;
