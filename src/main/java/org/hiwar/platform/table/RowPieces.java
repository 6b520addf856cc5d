package org.hiwar.platform.table;

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
import org.jspecify.annotations.Nullable;

/// The rows of a file, piece by piece and in their order, read and made into something else by
/// others while the pieces before are being stored. Only a few pieces are there at a time, and none
/// is large: by rows, or by characters where rows are long.
public final class RowPieces<T> {
  /// For all imports of this process: half of the processors is for whoever talks meanwhile.
  private static final ExecutorService MAKERS =
      Executors.newFixedThreadPool(
          Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
          Thread.ofPlatform().daemon().name("import-rows-", 0).factory());

  private final CsvReader file;
  private final int most;
  private final Function<List<CsvRow>, T> making;
  private final Queue<CompletableFuture<@Nullable T>> begun = new ArrayDeque<>();

  /// Each piece is read when the one before has been; an empty one is the end.
  private CompletableFuture<List<CsvRow>> read;

  /// `making` is done to each piece, of so many rows at most, by threads of this class.
  public RowPieces(CsvReader file, int most, Function<List<CsvRow>, T> making) {
    this.file = file;
    this.most = most;
    this.making = making;
    read = CompletableFuture.supplyAsync(this::piece, MAKERS);
    begin();
  }

  private void begin() {
    begun.add(read.thenApplyAsync(rows -> rows.isEmpty() ? null : making.apply(rows), MAKERS));
    read = read.thenApplyAsync(rows -> rows.isEmpty() ? rows : piece(), MAKERS);
  }

  /// Null at the end.
  public @Nullable T next() throws IOException {
    while (begun.size() < TableLimits.PIECES - 1) begin();
    try {
      return begun.remove().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof IOException cause) throw cause;
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw e;
    }
  }

  private List<CsvRow> piece() {
    try {
      return rows();
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private List<CsvRow> rows() throws IOException {
    var rows = new ArrayList<CsvRow>();
    for (long length = 0; rows.size() < most && length < TableLimits.CHUNK_LENGTH; ) {
      var row = file.next();
      if (row == null) return rows;
      rows.add(row);
      for (var value : row.values()) length += value.length();
    }
    return rows;
  }
}
