package org.hiwar.desktop.api;

import java.util.List;
import org.hiwar.desktop.view.ColleagueViews;
import org.hiwar.desktop.wire.ColleagueView;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whom an agent could call, or ask into a call.
@RestController
class ColleagueApi {
  private final ColleagueViews colleagues;

  ColleagueApi(ColleagueViews colleagues) {
    this.colleagues = colleagues;
  }

  @GetMapping("/api/colleagues")
  @Requires(Privilege.WORK_AT_DESK)
  List<ColleagueView> list(CurrentUser agent) {
    return colleagues.of(agent.workspace(), agent.user());
  }
}
