package org.hiwar.voice.call;

import java.time.Instant;
import org.hiwar.voice.call.ConsultationDetail.Outcome;
import org.hiwar.voice.call.ConsultationState.State;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One consultation of a call: its record, and how the agent sees it. Used by the thread of the
/// call alone.
final class Consultation {
  private static final Logger LOG = LoggerFactory.getLogger(Consultation.class);

  private final CallOffice office;
  private final CallKey call;
  private ConsultationDetail detail;
  private ConsultationState state;
  private boolean conferred;
  private long shownUntil;

  Consultation(CallOffice office, CallKey call, UserId agent, Guest guest) {
    this.office = office;
    this.call = call;
    var now = office.clock().instant();
    detail =
        switch (guest) {
          case Guest.Colleague(var id, var user) -> begun(id, agent, user, null, now);
          case Guest.Number(var id, var way) -> begun(id, agent, null, way.number().text(), now);
        };
    state =
        new ConsultationState(
            detail.id(), detail.colleague(), detail.number(), State.RINGING, now, null);
    kept("beginning", () -> office.consultations().begin(call.workspace(), detail));
  }

  private ConsultationDetail begun(
      SideId id, UserId agent, @Nullable UserId user, @Nullable String number, Instant now) {
    return new ConsultationDetail(
        id, call.interaction(), agent, user, number, now, null, null, null);
  }

  ConsultationState state() {
    return state;
  }

  /// After every transition of the call.
  ///
  /// @param with whom the agent talks to
  void goesOn(With with, GuestLeg guest) {
    if (detail.answered() == null) {
      detail = detail.answered(now());
      kept("answer", () -> office.consultations().change(call.workspace(), detail));
    }
    switch (with) {
      case CUSTOMER -> shows(State.HELD, guest, SideCallState.State.CONNECTED);
      case CONSULTED -> shows(State.CONNECTED, guest, SideCallState.State.CONNECTED);
      case ALL -> {
        conferred = true;
        shows(State.CONFERENCE, guest, SideCallState.State.CONFERENCE);
      }
    }
  }

  private void shows(State next, GuestLeg guest, SideCallState.State there) {
    if (state.state() != next) state = state(next, null);
    guest.shows(there);
  }

  /// Whether it goes on; else it is shown that nobody came.
  boolean isOpen() {
    return detail.outcome() == null;
  }

  void transferred() {
    end(Outcome.TRANSFERRED);
  }

  /// @param why nobody came; null when somebody did, or was not waited for
  /// @return whether it is shown that nobody came
  boolean over(@Nullable CallResult why) {
    var answered = detail.answered() != null;
    end(conferred ? Outcome.CONFERENCE : answered ? Outcome.ENDED : Outcome.NOT_ANSWERED);
    if (answered || why == null) return false;
    state = state(State.ENDED, why);
    shownUntil = System.nanoTime() + CallLimits.SHOWN.toNanos();
    return true;
  }

  /// In nanoseconds, until it need not be shown any more; as long as can be while it goes on.
  long untilHidden(long nowNs) {
    return state.state() == State.ENDED ? shownUntil - nowNs : Long.MAX_VALUE;
  }

  private void end(Outcome how) {
    detail = detail.ended(now(), how);
    kept("end", () -> office.consultations().change(call.workspace(), detail));
  }

  private ConsultationState state(State next, @Nullable CallResult why) {
    return new ConsultationState(
        detail.id(), detail.colleague(), detail.number(), next, now(), why);
  }

  /// What cannot be written at the moment does not disturb the call; the next start gives it an
  /// end.
  private void kept(String what, Runnable write) {
    try {
      write.run();
    } catch (RuntimeException e) {
      LOG.warn("Of a consultation of call {} the {} was not kept", call.interaction(), what, e);
    }
  }

  private Instant now() {
    return office.clock().instant();
  }
}
