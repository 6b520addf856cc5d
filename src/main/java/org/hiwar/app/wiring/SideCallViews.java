package org.hiwar.app.wiring;

import java.util.Optional;
import org.hiwar.contact.ContactStore;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.desktop.view.Catalogs;
import org.hiwar.desktop.view.SideCallSource;
import org.hiwar.desktop.wire.Named;
import org.hiwar.desktop.wire.SideCallView;
import org.hiwar.voice.call.SideCallState;
import org.hiwar.voice.call.SideCalls;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Internal calls and consultations as the desks of those who take part show them.
final class SideCallViews implements SideCallSource {
  private final SideCalls calls;
  private final InteractionStore interactions;
  private final ContactStore contacts;
  private final Catalogs catalogs;

  SideCallViews(
      SideCalls calls, InteractionStore interactions, ContactStore contacts, Catalogs catalogs) {
    this.calls = calls;
    this.interactions = interactions;
    this.contacts = contacts;
    this.catalogs = catalogs;
  }

  @Override
  public Optional<SideCallView> of(WorkspaceId workspace, UserId agent) {
    return calls.of(workspace, agent).map(call -> view(workspace, call));
  }

  private SideCallView view(WorkspaceId workspace, SideCallState call) {
    var about = call.about();
    return new SideCallView(
        call.id().toString(),
        about == null ? SideCallView.Kind.INTERNAL : SideCallView.Kind.CONSULTATION,
        Named.of(call.with(), catalogs.name(workspace, call.with())),
        switch (call.side()) {
          case CALLED -> SideCallView.Direction.IN;
          case CALLER -> SideCallView.Direction.OUT;
        },
        switch (call.state()) {
          case RINGING -> SideCallView.State.RINGING;
          case CONNECTED -> SideCallView.State.CONNECTED;
          case CONFERENCE -> SideCallView.State.CONFERENCE;
          case ENDED -> SideCallView.State.ENDED;
        },
        call.since(),
        call.ringsUntil(),
        call.muted(),
        about == null ? null : about(workspace, about),
        CallViews.result(call.result()));
  }

  private SideCallView.@Nullable About about(WorkspaceId workspace, InteractionId id) {
    return interactions.find(workspace, id).map(found -> about(workspace, found)).orElse(null);
  }

  private SideCallView.About about(WorkspaceId workspace, Interaction interaction) {
    var contact = contacts.find(workspace, interaction.contact());
    return new SideCallView.About(
        interaction.conversation(),
        interaction.id(),
        contact.map(found -> found.name()).orElse(null));
  }
}
