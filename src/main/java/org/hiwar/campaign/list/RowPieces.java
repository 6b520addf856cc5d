package org.hiwar.campaign.list;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.hiwar.campaign.list.file.CsvReader;
import org.hiwar.campaign.list.file.CsvRow;
import org.jspecify.annotations.Nullable;

/// The rows of a file, piece by piece and in their order, made into records by others while the
/// piece before is being stored. Only a few pieces are there at a time, and none is large: by
/// rows, or by characters where rows are long.
final class RowPieces {
  /// For all imports of this process: half of the processors is for whoever talks meanwhile.
  private static final ExecutorService MAKERS =
      Executors.newFixedThreadPool(
          Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
          Thread.ofPlatform().daemon().name("import-rows-", 0).factory());

  private final CsvReader file;
  private final Function<List<CsvRow>, StagedRows> making;
  private final Queue<CompletableFuture<StagedRows>> begun = new ArrayDeque<>();
  private boolean ended;

  RowPieces(CsvReader file, Function<List<CsvRow>, StagedRows> making) {
    this.file = file;
    this.making = making;
  }

  /// Null at the end.
  @Nullable StagedRows next() throws IOException {
    while (!ended && begun.size() < ListLimits.PIECES) {
      var piece = piece();
      ended = piece.isEmpty();
      if (!ended) begun.add(CompletableFuture.supplyAsync(() -> making.apply(piece), MAKERS));
    }
    var first = begun.poll();
    if (first == null) return null;
    try {
      return first.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw e;
    }
  }

  private List<CsvRow> piece() throws IOException {
    var rows = new ArrayList<CsvRow>();
    for (long length = 0; rows.size() < ListLimits.CHUNK && length < ListLimits.CHUNK_LENGTH; ) {
      var row = file.next();
      if (row == null) return rows;
      rows.add(row);
      for (var value : row.values()) length += value.length();
    }
    return rows;
  }
}
