package org.hiwar.conversation;

import org.hiwar.contact.ContactId;
import org.hiwar.workspace.WorkspaceId;

/// Hears of contacts that changed by what customers said about themselves.
@FunctionalInterface
public interface ContactListener {
  /// After the commit, on the writer's thread: must not block.
  void claimed(WorkspaceId workspace, ContactId contact);
}
