/// Files of tables, as people have them: which encoding, which separator, which rows (RFC 4180);
/// where they lie while they are read, and how values become cells of such a file. Reading is flat
/// in memory; owns no table of the database and does not know what the rows are about.
@NullMarked
package org.hiwar.platform.table;

import org.jspecify.annotations.NullMarked;
