package org.hiwar.campaign.list;

import java.util.List;
import org.hiwar.platform.table.TextEncoding;
import org.jspecify.annotations.Nullable;

/// How a file is to be read, and into which fields.
///
/// @param encoding null: found by itself
/// @param separator null: found by itself
/// @param header whether the first row has the names of the columns
/// @param columns for each column of the file the number of the list's field, from 1; 0: skipped
public record ImportPlan(
    ImportPolicy policy,
    @Nullable TextEncoding encoding,
    @Nullable Character separator,
    boolean header,
    DateOrder dates,
    List<Integer> columns) {

  public static final int SKIPPED = 0;

  public ImportPlan {
    columns = List.copyOf(columns);
  }
}
