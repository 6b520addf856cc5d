/// Files of tables, as people have them: which encoding, which separator, which rows (RFC 4180).
/// Pure reading of streams, flat in memory; owns no table and knows no list.
@NullMarked
package org.hiwar.campaign.list.file;

import org.jspecify.annotations.NullMarked;
