package org.hiwar.workspace.users;

import java.util.Collection;
import org.hiwar.workspace.ProfileListener;
import org.hiwar.workspace.StaffListener;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Tells the rest of the server what has changed about people, so that nobody has to log in anew.
@Component
class PeopleNews {
  private final ObjectProvider<StaffListener> staff;
  private final ObjectProvider<ProfileListener> profiles;

  PeopleNews(ObjectProvider<StaffListener> staff, ObjectProvider<ProfileListener> profiles) {
    this.staff = staff;
    this.profiles = profiles;
  }

  /// Who works here, in which team, or with which skills.
  void staffChanged(WorkspaceId workspace) {
    staff.forEach(each -> each.staffChanged(workspace));
  }

  /// What these users are told about themselves.
  void profilesChanged(WorkspaceId workspace, Collection<UserId> users) {
    profiles.forEach(each -> users.forEach(user -> each.profileChanged(workspace, user)));
  }
}
