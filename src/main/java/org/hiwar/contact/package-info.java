/// CORE: contacts, the customers of a workspace, with their photos and the addresses that are
/// theirs.
///
/// Owns the tables `contact`, `contact_photo`, `contact_address`, `contact_merge`, `contact_word`,
/// `contact_word_form`, `contact_number` (all three kept by triggers), `contact_field`,
/// `contact_consent`, `contact_import`, `contact_import_refusal` and `opt_out`.
/// May use workspace and platform. Publishes nothing: who changes a contact shows the change.
///
/// An address has a trust. What somebody proved (attested, or confirmed by an agent) may recognise
/// a contact, and so may a caller's number, which the network shows without proof (presented); what
/// somebody merely typed (claimed) is kept and shown and recognises nobody, so that nobody gets at
/// a customer's history by typing that customer's number.
@NullMarked
package org.hiwar.contact;

import org.jspecify.annotations.NullMarked;
