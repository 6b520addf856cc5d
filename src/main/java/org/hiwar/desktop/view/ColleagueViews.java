package org.hiwar.desktop.view;

import java.util.List;
import org.hiwar.desktop.wire.ColleagueView;
import org.hiwar.floor.Floors;
import org.hiwar.floor.core.AgentView;
import org.hiwar.workspace.FavouriteStore;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.User;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.WorkspaceId;

/// The others who work at a desk, as the floor has them now.
public final class ColleagueViews {
  /// More than anybody reads through; who is beyond is found by nobody.
  private static final int MOST = 2_000;

  private final UserStore users;
  private final Floors floors;
  private final FavouriteStore favourites;

  public ColleagueViews(UserStore users, Floors floors, FavouriteStore favourites) {
    this.users = users;
    this.floors = floors;
    this.favourites = favourites;
  }

  /// Everybody but `self`, in the order of their names.
  public List<ColleagueView> of(WorkspaceId workspace, UserId self) {
    var first = favourites.of(workspace, self);
    return users.who(workspace, Privilege.WORK_AT_DESK, MOST).stream()
        .filter(user -> !user.id().equals(self))
        .map(user -> view(workspace, user, first.contains(user.id())))
        .toList();
  }

  private ColleagueView view(WorkspaceId workspace, User user, boolean favourite) {
    var agent = floors.agent(workspace, user.id());
    return new ColleagueView(
        user.id(),
        user.name(),
        agent.map(PresenceViews::of).orElseGet(PresenceViews::stranger),
        agent.map(AgentView::callable).orElse(false),
        favourite);
  }
}
