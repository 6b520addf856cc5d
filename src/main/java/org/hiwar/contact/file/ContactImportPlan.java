package org.hiwar.contact.file;

import java.util.Collections;
import java.util.List;
import org.hiwar.platform.table.TextEncoding;
import org.jspecify.annotations.Nullable;

/// How a file is to be read, and what becomes of it.
///
/// @param encoding null: found by itself
/// @param separator null: found by itself
/// @param header whether the first row has the names of the columns
/// @param region (ISO 3166) where numbers without a country's code are dialled; `ZZ`: nowhere
/// @param columns what each column of the file says; null: it is left out
public record ContactImportPlan(
    KnownPolicy known,
    @Nullable TextEncoding encoding,
    @Nullable Character separator,
    boolean header,
    String region,
    ContactTable table,
    List<@Nullable ContactColumn> columns) {

  public static final String NO_REGION = "ZZ";

  public ContactImportPlan {
    columns = Collections.unmodifiableList(columns);
  }
}
