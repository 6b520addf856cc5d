package org.hiwar.desktop.api;

import java.util.List;
import org.hiwar.conversation.removal.GoingErasures;
import org.hiwar.conversation.removal.GoingErasures.GoingErasure;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Contacts that are being deleted: nobody finds them any more, but what was said with them has not
/// gone yet.
@RestController
@Requires(Privilege.DELETE_CONTACTS)
class GoingErasuresApi {
  private final GoingErasures erasures;

  GoingErasuresApi(GoingErasures erasures) {
    this.erasures = erasures;
  }

  /// In the order in which it was asked for; empty mostly.
  @GetMapping("/api/erasures")
  List<GoingErasure> all(CurrentUser user) {
    return erasures.all(user.workspace());
  }
}
