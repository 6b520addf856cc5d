package org.hiwar.desktop.api;

import java.util.List;
import org.hiwar.desktop.view.ColleagueViews;
import org.hiwar.desktop.wire.ColleagueView;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.FavouriteStore;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Whom an agent could call, or ask into a call, and whom they put first.
@RestController
class ColleagueApi {
  private final ColleagueViews colleagues;
  private final FavouriteStore favourites;
  private final UserStore users;

  ColleagueApi(ColleagueViews colleagues, FavouriteStore favourites, UserStore users) {
    this.colleagues = colleagues;
    this.favourites = favourites;
    this.users = users;
  }

  @GetMapping("/api/colleagues")
  @Requires(Privilege.WORK_AT_DESK)
  List<ColleagueView> list(CurrentUser agent) {
    return colleagues.of(agent.workspace(), agent.user());
  }

  /// For this agent alone; once more changes nothing.
  @PutMapping("/api/colleagues/{user}/favourite")
  @Requires(Privilege.WORK_AT_DESK)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void putFirst(CurrentUser agent, @PathVariable UserId user) {
    favourites.add(agent.workspace(), agent.user(), known(agent, user));
  }

  @DeleteMapping("/api/colleagues/{user}/favourite")
  @Requires(Privilege.WORK_AT_DESK)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void putBack(CurrentUser agent, @PathVariable UserId user) {
    favourites.remove(agent.workspace(), agent.user(), known(agent, user));
  }

  private UserId known(CurrentUser agent, UserId user) {
    return users.find(agent.workspace(), user).orElseThrow(Refusal::notFound).id();
  }
}
