package org.hiwar.campaign.list;

import java.time.Instant;
import java.time.ZoneId;
import org.hiwar.campaign.ListId;

/// A calling list.
///
/// @param region ISO 3166: where numbers without a country's code are dialled
/// @param zone of records of which no better is known
/// @param expiresDays from a record's insertion, or from [Fields#expiresAfter]; 0: never
public record CallingList(
    ListId id,
    String name,
    String region,
    ZoneId zone,
    Fields fields,
    int expiresDays,
    Instant createdAt) {}
