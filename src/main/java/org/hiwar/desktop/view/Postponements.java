package org.hiwar.desktop.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.Postponement;
import org.hiwar.conversation.PostponementStore;
import org.hiwar.desktop.wire.Named;
import org.hiwar.desktop.wire.PostponementView;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.WorkspaceId;

/// When mails were set aside, as it is shown.
public final class Postponements {
  private final PostponementStore store;
  private final Catalogs catalogs;

  public Postponements(PostponementStore store, Catalogs catalogs) {
    this.store = store;
    this.catalogs = catalogs;
  }

  /// Only mails are asked for; an interaction that never was set aside is missing.
  Map<InteractionId, List<PostponementView>> of(
      WorkspaceId workspace, Collection<Interaction> interactions) {
    var mails =
        interactions.stream().filter(i -> i.medium() == Medium.EMAIL).map(Interaction::id).toList();
    var views = new HashMap<InteractionId, List<PostponementView>>();
    store
        .of(workspace, mails)
        .forEach((id, all) -> views.put(id, all.stream().map(p -> view(workspace, p)).toList()));
    return views;
  }

  private PostponementView view(WorkspaceId workspace, Postponement p) {
    return new PostponementView(
        Named.of(p.agent(), catalogs.name(workspace, p.agent())),
        p.at(),
        p.until(),
        p.note(),
        p.backAt(),
        p.backBy());
  }
}
