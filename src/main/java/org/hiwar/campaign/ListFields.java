package org.hiwar.campaign;

import java.util.List;
import java.util.Optional;
import org.hiwar.workspace.WorkspaceId;

/// What lists say of their records.
public interface ListFields {

  /// The fields by which records are told apart, by the names that campaigns know; empty: there is
  /// no such list.
  Optional<List<String>> known(WorkspaceId workspace, ListId list);
}
