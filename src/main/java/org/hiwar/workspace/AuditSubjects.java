package org.hiwar.workspace;

import java.util.Collection;
import java.util.Map;

/// Knows what things are called to which something was done, for readers of the audit log.
public interface AuditSubjects {
  /// What stands before the dot in what was done (`contact`).
  String kind();

  /// The names of those of these ids that are still there and have one.
  Map<String, String> names(WorkspaceId workspace, Collection<String> ids);

  /// Those of these ids that are still there and have none, and are people.
  default Map<String, Nameless> nameless(WorkspaceId workspace, Collection<String> ids) {
    return Map.of();
  }

  /// Whom screens call by what they are and a number.
  ///
  /// @param number the end of the contact's id
  record Nameless(What what, String number) {
    public enum What {
      VISITOR,
      /// They have withheld their number.
      CALLER
    }
  }
}
