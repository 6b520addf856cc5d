/// Calling lists: their fields, what is imported into them, their records; and do-not-call lists.
///
/// Owns calling_list, calling_record, record_number, list_import, import_refusal, import_format,
/// do_not_call_list and do_not_call_entry. What campaigns make of a list's records they say through
/// `RecordsListener`. May use contact, workspace and platform, and the kinds of numbers from
/// campaign.rule.
@NullMarked
package org.hiwar.campaign.list;

import org.jspecify.annotations.NullMarked;
