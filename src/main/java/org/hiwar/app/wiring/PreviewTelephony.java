package org.hiwar.app.wiring;

import org.hiwar.campaign.preview.CampaignCalls;
import org.hiwar.conversation.ConversationId;
import org.hiwar.floor.core.WorkId;
import org.hiwar.voice.call.OutgoingCalls;
import org.hiwar.voice.call.Telephones;
import org.hiwar.voice.sip.DialString;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.beans.factory.ObjectProvider;

/// Calls of campaigns, as telephony makes them: like any other that an agent begins, but in place
/// of the preview.
final class PreviewTelephony implements CampaignCalls {
  private final ObjectProvider<OutgoingCalls> calls;
  private final ObjectProvider<Telephones> telephones;
  private final FloorWork work;

  PreviewTelephony(
      ObjectProvider<OutgoingCalls> calls, ObjectProvider<Telephones> telephones, FloorWork work) {
    this.calls = calls;
    this.telephones = telephones;
    this.work = work;
  }

  @Override
  public boolean mayCall(WorkspaceId workspace, UserId agent) {
    return telephones.getObject().isReady(workspace, agent);
  }

  @Override
  public Placed place(WorkspaceId workspace, Wanted wanted, Noted noted) {
    var number = DialString.parse(wanted.number());
    if (number.isEmpty()) return new Placed.NotBegun("BAD_NUMBER");
    var instead = wanted.insteadOf();
    ConversationId conversation = wanted.conversation();
    var placed =
        calls
            .getObject()
            .place(
                workspace,
                new OutgoingCalls.Wanted(
                    wanted.agent(), wanted.service(), number.get(), null, conversation),
                begun -> {
                  noted.begins(begun.interaction());
                  return work.begin(
                      workspace,
                      wanted.agent(),
                      begun.interaction(),
                      wanted.service(),
                      instead == null ? null : new WorkId(instead.value()));
                });
    return switch (placed) {
      case OutgoingCalls.Placed.Begun(var begun) -> new Placed.Begun(begun.interaction());
      case OutgoingCalls.Placed.NotBegun(OutgoingCalls.Why why) ->
          why == OutgoingCalls.Why.UNAVAILABLE
              ? new Placed.Unknown()
              : new Placed.NotBegun(why.name());
    };
  }
}
