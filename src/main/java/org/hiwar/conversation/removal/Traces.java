package org.hiwar.conversation.removal;

import java.nio.file.Path;
import java.util.List;
import org.hiwar.platform.database.SqlPart;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// What a package keeps of people: it is handed out and removed here, wherever it stands.
///
/// What removes runs in a transaction of the caller, before the rows of the interactions themselves
/// go, and puts files into [FileRemovalStore].
public interface Traces {
  /// Rows as they are handed out: a query with one column, a JSON object for each row.
  ///
  /// @param name of the file that they are in, without its ending
  record Rows(String name, SqlPart query) {}

  /// A file as it is handed out.
  ///
  /// @param name in the archive, with its folder
  /// @param needs the privilege without which it stays; null: none besides that to export
  record PersonFile(String name, Path content, @Nullable Privilege needs) {}

  /// Removes what there is about what was said.
  default void remove(WorkspaceId workspace, Said said) {}

  /// Removes what there is about a person besides what was said, of which nothing is left by now.
  default void remove(WorkspaceId workspace, Person person) {}

  /// Whether somebody works with the person at this moment in a way that no conversation shows.
  default boolean goesOn(WorkspaceId workspace, Person person) {
    return false;
  }

  /// How many recordings there are of the person.
  default long recordings(WorkspaceId workspace, Person person) {
    return 0;
  }

  /// How many records of calling lists there are of the person.
  default long records(WorkspaceId workspace, Person person) {
    return 0;
  }

  /// The same names in the same order whatever is asked for.
  default List<Rows> rows(WorkspaceId workspace, Said said) {
    return List.of();
  }

  /// The same names in the same order whoever is asked for.
  default List<Rows> rows(WorkspaceId workspace, Person person) {
    return List.of();
  }

  default List<PersonFile> files(WorkspaceId workspace, Said said) {
    return List.of();
  }
}
