package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hiwar.conversation.InteractionId;
import org.hiwar.testing.Await;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A call between users of which everything fails that can when it is wound up.
@Tag("voice")
class BrokenInternalCallTest {
  private final CallWorkspace centre = new CallWorkspace(1_013, Rule.OFF);
  private final DeskPhone amal = centre.agent("amal", 1_710);
  private final DeskPhone basim = centre.agent("basim", 640);
  private final AtomicBoolean broken = new AtomicBoolean();
  private final List<UserId> freed = new CopyOnWriteArrayList<>();

  BrokenInternalCallTest() throws IOException {}

  @AfterEach
  void close() {
    basim.close();
    amal.close();
    centre.close();
  }

  @Test
  void bothAreFreeAndTheCallIsForgottenWhateverFailsAtItsEnd() throws Exception {
    amal.connect();
    basim.connect();
    var caller = UserId.of(amal.agent.id());
    var callee = UserId.of(basim.agent.id());
    var sides = new SideCalls(List.of((_, _) -> fail()));
    var office = office(sides);
    var forgotten = new AtomicBoolean();
    var begun =
        new InternalCallDetail(
            new SideId(office.ids().next()),
            caller,
            callee,
            office.clock().instant(),
            null,
            null,
            null);
    var call = new InternalCall(office, centre.id(), begun, () -> forgotten.set(true));
    call.start();
    Await.until(() -> sides.of(centre.id(), callee).isPresent());

    broken.set(true);
    assertThat(call.wish(caller, new SideCall.Asked.End()).get()).isEqualTo(Call.Wish.DONE);
    Await.until(forgotten::get);
    assertThat(freed).containsExactly(caller, callee);
  }

  private void fail() {
    if (broken.get()) throw new IllegalStateException("broken");
  }

  private CallOffice office(SideCalls sides) {
    var whole = CallWorkspace.bean(CallOffice.class);
    return new CallOffice(
        whole.studio(),
        whole.telephones(),
        whole.sip(),
        whole.details(),
        whole.recordings(),
        whole.rules(),
        whole.queueRules(),
        whole.places(),
        whole.departures(),
        new Unlucky(),
        whole.consultations(),
        whole.internalCalls(),
        sides,
        whole.listeners(),
        whole.clock(),
        whole.ids());
  }

  /// Nobody has work, and nobody can be freed.
  private final class Unlucky implements AgentWork {
    @Override
    public void disengage(WorkspaceId workspace, UserId agent) {
      freed.add(agent);
      fail();
    }

    @Override
    public Engaged engage(WorkspaceId workspace, UserId agent) {
      return Engaged.ENGAGED;
    }

    @Override
    public Began begin(
        WorkspaceId workspace, UserId agent, InteractionId call, ServiceId service) {
      return Began.UNAVAILABLE;
    }

    @Override
    public boolean transfer(
        WorkspaceId workspace, UserId agent, InteractionId call, @Nullable ServiceId to) {
      return false;
    }

    @Override
    public boolean giveBack(
        WorkspaceId workspace, UserId agent, InteractionId call, Untaken why) {
      return false;
    }

    @Override
    public boolean handOver(WorkspaceId workspace, InteractionId call, UserId agent, UserId to) {
      return false;
    }

    @Override
    public boolean release(WorkspaceId workspace, UserId agent, InteractionId call) {
      return false;
    }
  }
}
