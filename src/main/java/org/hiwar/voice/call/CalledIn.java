package org.hiwar.voice.call;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// Who else is called into a call, one at a time: a colleague or a number that the agent asks, or
/// the number to which the customer is sent. Used by the thread of the call alone.
final class CalledIn {
  private final CallOffice office;
  private final CallKey key;
  private final Mailbox mailbox;
  private final CallAudio audio;
  private final CallKeeper keeper;
  private final Consumer<Happening> tell;
  private @Nullable GuestLeg guest;
  private @Nullable Consultation consultation;
  private @Nullable CallResult notForwarded;

  /// @param tell what happens to the guest, on the thread of the call
  CalledIn(
      CallOffice office,
      CallKey key,
      Mailbox mailbox,
      CallAudio audio,
      CallKeeper keeper,
      Consumer<Happening> tell) {
    this.office = office;
    this.key = key;
    this.mailbox = mailbox;
    this.audio = audio;
    this.keeper = keeper;
    this.tell = tell;
  }

  /// Calls the number to which the customer is sent.
  void forward(Way to) {
    notForwarded = null;
    consultation = null;
    guest = dial(to);
  }

  private @Nullable GuestLeg dial(Way to) {
    var leg = ForwardedLeg.dial(office, to, mailbox::tell, tell).orElse(null);
    if (leg == null) later(new Happening.GuestGone());
    return leg;
  }

  private void later(Happening what) {
    mailbox.tell(() -> tell.accept(what));
  }

  /// Customer and guest talk, without the agent.
  void joinForward() {
    var leg = guest;
    if (leg == null) return;
    leg.line().ifPresent(audio::join);
    if (leg instanceof ForwardedLeg number) keeper.forwarded(number.number());
    transferred();
  }

  /// Rings whom the agent asks.
  void ring(UserId agent, Guest who) {
    notForwarded = null;
    consultation = new Consultation(office, key, agent, who);
    guest =
        switch (who) {
          case Guest.Number(_, var way) -> dial(way);
          case Guest.Colleague colleague -> {
            var leg =
                new ColleagueLeg(office, key, agent, colleague, mailbox, tell, audio::muteGuest);
            leg.ring();
            yield leg;
          }
        };
  }

  /// The guest hears music.
  void hold() {
    line().ifPresent(line -> audio.holdGuest(line, office.studio().sounds().music()));
  }

  private Optional<Line> line() {
    return guest == null ? Optional.empty() : guest.line();
  }

  /// False when one of them is away, which is then told.
  boolean join(UserId agent, BiConsumer<AgentLeg, Line> how) {
    var leg = office.leg(key, agent);
    var other = line();
    if (leg.isEmpty()) later(new Happening.DeviceGone(agent));
    else if (other.isEmpty()) later(new Happening.GuestGone());
    else how.accept(leg.get(), other.get());
    return leg.isPresent() && other.isPresent();
  }

  /// The call is the guest's.
  void takesOver() {
    transferred();
    if (guest instanceof ColleagueLeg colleague) colleague.takesOver();
    guest = null;
    audio.guestLeft();
  }

  private void transferred() {
    if (consultation != null) consultation.transferred();
    consultation = null;
  }

  /// @param otherwise why nobody came, where the leg itself does not know
  void drop(@Nullable CallResult otherwise) {
    var leg = guest;
    if (leg == null && consultation == null) return;
    var why = leg == null ? CallResult.FAILED : leg.failed();
    if (why == null) why = otherwise;
    if (leg != null) leg.close();
    guest = null;
    audio.guestLeft();
    if (consultation == null) notForwarded = why;
    else if (consultation.isOpen() && !consultation.over(why)) consultation = null;
  }

  /// After every transition of a call in which somebody is consulted.
  void goesOn(With with) {
    if (consultation != null && guest != null) consultation.goesOn(with, guest);
  }

  /// The call has another agent, to whom it is no news that it was not forwarded.
  void forgetFailure() {
    notForwarded = null;
  }

  /// In nanoseconds, until what is shown of a consultation need not be shown any more.
  long untilHidden(long now) {
    return consultation == null ? Long.MAX_VALUE : consultation.untilHidden(now);
  }

  void hide() {
    consultation = null;
  }

  /// Why who is called at present did not come; null as long as they may.
  @Nullable CallResult failed() {
    return guest == null ? null : guest.failed();
  }

  /// Why the customer could not be sent to the last number.
  @Nullable CallResult notForwarded() {
    return notForwarded;
  }

  @Nullable ConsultationState consultation() {
    return consultation == null ? null : consultation.state();
  }
}
