/// CHANNELS: email. Mailboxes are fetched by IMAP, mails go out by SMTP.
///
/// Owns the tables `email`, `email_thread`, `email_thread_change`, `email_party`,
/// `email_reference`, `email_mailbox`, `email_acknowledgement` and `email_signature`. May use
/// channel, conversation, contact, workspace and platform.
///
/// A mail is kept as it came before anything looks into it; its place in the mailbox is noted only
/// then. What mails belong together is decided by [Threads], from every Message-ID that was ever
/// seen, and said with its reason. The interaction is one mail with its answers; the thread joins
/// interactions (decision 17).
///
/// An account logs in by a password or by OAuth 2: then its settings hold what somebody consented
/// to ([Grant]), sealed as every secret, and [AccessTokens] has the token of the hour, in memory
/// alone. Whoever begins a thread is told so where the account says it ([Acknowledgements]).
///
/// An agent may say that a mail is another matter, or that two threads are one ([ThreadChanges]).
/// A parted mail takes its Message-IDs along, so that answers to it follow; a joined thread keeps
/// its own and only says where it belongs, so that it can be undone.
@NullMarked
package org.hiwar.email;

import org.jspecify.annotations.NullMarked;
