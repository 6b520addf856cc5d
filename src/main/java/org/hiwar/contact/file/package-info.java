/// Contacts brought in from files of tables (CSV), and written to them: which column means what,
/// what of a row is refused and why, the job that brings a file in, and the file of all contacts.
///
/// Writes the tables of `contact` in batches of many rows, contact_import and
/// contact_import_refusal among them. May use contact, workspace and platform.
@NullMarked
package org.hiwar.contact.file;

import org.jspecify.annotations.NullMarked;
