package org.hiwar.campaign.list;

import java.time.ZoneId;
import org.hiwar.campaign.rule.NumberKind;
import org.jspecify.annotations.Nullable;

/// A number of a record.
///
/// @param position of its field among the phone fields of the list, from 1
/// @param number E.164
/// @param region ISO 3166 of the number; null: of no country
/// @param zone its own; null: the list said none
public record RecordNumber(
    int position, NumberKind kind, String number, @Nullable String region, @Nullable ZoneId zone) {}
