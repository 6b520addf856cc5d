package org.hiwar.conversation;

/// A message that an account has carried out.
///
/// @param recipient the customer's address, normalised
/// @param externalId the provider's name for it
/// @param withFiles whether its text goes beside files
public record SentOut(
    long account, String channel, String recipient, String externalId, boolean withFiles) {}
