package org.hiwar.app.wiring;

import java.util.Optional;
import org.hiwar.campaign.preview.CallFacts;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.Outcome;
import org.hiwar.voice.call.CallState;
import org.hiwar.voice.call.LiveCalls;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.beans.factory.ObjectProvider;

/// What campaigns have to know of their calls: of telephony how it went, of the conversation what
/// the agent wrote.
final class CampaignCallFacts implements CallFacts.Source {
  private final InteractionStore interactions;
  private final ObjectProvider<LiveCalls> calls;

  CampaignCallFacts(InteractionStore interactions, ObjectProvider<LiveCalls> calls) {
    this.interactions = interactions;
    this.calls = calls;
  }

  @Override
  public Optional<CallFacts> of(WorkspaceId workspace, InteractionId interaction) {
    return interactions.find(workspace, interaction).map(found -> facts(workspace, found));
  }

  private CallFacts facts(WorkspaceId workspace, Interaction found) {
    var call = calls.getObject().of(workspace, found.id());
    var answered = call.map(CallState::answeredAt).orElse(null);
    var live = found.liveUntil();
    return new CallFacts(
        answered,
        live,
        live == null ? null : result(call, found),
        found.endedAt() != null,
        found.disposition(),
        found.notes());
  }

  /// One that the floor never took reached nobody.
  private static String result(Optional<CallState> call, Interaction found) {
    if (call.isPresent() && call.get().answeredAt() != null) return "ANSWERED";
    if (call.isPresent() && call.get().result() != null) return String.valueOf(call.get().result());
    return found.outcome() == Outcome.ABANDONED ? "FAILED" : "CANCELLED";
  }
}
