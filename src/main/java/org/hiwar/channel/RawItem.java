package org.hiwar.channel;

import java.time.Instant;

/// What came in on an account, as it came.
///
/// @param id of ours, ascending with the time
/// @param externalId the provider's
@SuppressWarnings("ArrayRecordComponent") // bytes of a message, never compared
public record RawItem(
    long id, AccountId account, String externalId, byte[] body, Instant receivedAt) {}
