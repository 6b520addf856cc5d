package org.hiwar.contact.file;

import java.time.Instant;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// One file of contacts that was brought in, as far as it has come. Every batch is counted in the
/// transaction that stores it, so the counts are what is there, whatever happens to the process.
///
/// @param problem FAILED: why, a code; else null
/// @param problemLine null: nowhere in particular
/// @param endedAt null: RUNNING
public record ContactImport(
    ContactImportId id,
    String fileName,
    KnownPolicy known,
    ContactImportState state,
    long bytes,
    long readBytes,
    ContactImportCounts counts,
    @Nullable String problem,
    @Nullable Long problemLine,
    UserId by,
    Instant startedAt,
    @Nullable Instant endedAt) {}
