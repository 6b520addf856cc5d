package org.hiwar.campaign.list;

import java.time.Instant;
import org.hiwar.campaign.ListId;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// One file brought into a list.
///
/// @param problem FAILED: why, a code; else null
/// @param problemLine null: nowhere in particular
public record ListImport(
    ImportId id,
    ListId list,
    String fileName,
    ImportPolicy policy,
    ImportState state,
    long bytes,
    long readBytes,
    ImportCounts counts,
    @Nullable String problem,
    @Nullable Long problemLine,
    UserId by,
    Instant startedAt,
    @Nullable Instant endedAt) {}
