/// CORE: what is removed for good, and what is handed out of one person: contacts with all that was
/// said with them, on request; recordings, conversations and raw items, when they are old.
///
/// Owns the tables `retention`, `erasure` and `file_removal`, and removes rows of the tables of
/// conversations. May use conversation, contact, workspace and platform. What other packages keep
/// of people they remove and hand out themselves: they implement [Traces], and [Aging] for what
/// grows old.
///
/// ## Why nothing is left behind
///
/// All rows of a person go in one transaction, and in the same one every file of theirs is written
/// down in `file_removal`. [RemovalJob] deletes those files, again after each start, and forgets
/// them when they are gone. So there are the rows and the files, or neither, or no rows and a note
/// of the files. What an encoder or a download still writes at that moment is looked for once more.
///
/// Of somebody with more than fits into one transaction, the first takes who they are and writes
/// down in `erasure` who is to go; [GoingErasures] takes what was said, some in each transaction,
/// and the note with the last of it.
@NullMarked
package org.hiwar.conversation.removal;

import org.jspecify.annotations.NullMarked;
