/// WIRING: the demonstration's mail. A mail server on loopback, in memory, with mailboxes of
/// customers, each of which is a page of a browser, and those of the contact centre, which Hiwar
/// knows as ordinary email accounts of the demo workspace. Nothing goes past SMTP and IMAP: what
/// works here works with a provider.
///
/// Owns no table. Runs only where the server listens on loopback.
@NullMarked
package org.hiwar.app.demo.mail;

import org.jspecify.annotations.NullMarked;
