package org.hiwar.campaign.report;

import org.jspecify.annotations.Nullable;

/// One line of a report.
///
/// @param key an id, or the beginning of an interval in seconds since 1970; null: of no team
/// @param name of what the key is an id of; null for intervals, and for what is gone
/// @param previewed reviews that ended
/// @param skippedShare skipped of previewed, 0 to 1; null where nothing was previewed
/// @param expired requests that rang until their end
/// @param lost requests whose agent was gone, and reviews that were
/// @param averagePreviewMs from acceptance to Complete, Skip or the first dial; null where nothing
///     was previewed
/// @param attempts calls that were begun
/// @param answered of them by whomever
public record ReportLine(
    @Nullable String key,
    @Nullable String name,
    long previewed,
    long completed,
    long skipped,
    @Nullable Double skippedShare,
    long rejected,
    long expired,
    long lost,
    @Nullable Long averagePreviewMs,
    long attempts,
    long answered) {}
