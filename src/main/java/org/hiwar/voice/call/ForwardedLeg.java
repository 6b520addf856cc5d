package org.hiwar.voice.call;

import java.util.Optional;
import java.util.function.Consumer;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.sip.Dial;
import org.hiwar.voice.sip.Refusal;
import org.hiwar.voice.sip.SipCall;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.voice.sip.SipEvent;
import org.jspecify.annotations.Nullable;

/// A number that a customer is sent to, or that is asked into a call, called through us. Used by
/// the thread of the call alone.
final class ForwardedLeg implements GuestLeg {
  private static final int DECLINED = 603;

  private final PhoneLeg phone;
  private final Way way;
  private @Nullable SipCall sip;

  private final Consumer<Happening> tell;
  private @Nullable CallResult failed;
  private boolean closed;

  private ForwardedLeg(PhoneLeg phone, Way way, Consumer<Happening> tell) {
    this.phone = phone;
    this.way = way;
    this.tell = tell;
  }

  /// Empty when all ports are taken.
  ///
  /// @param later runs something on the thread of the call
  /// @param tell on that thread
  static Optional<ForwardedLeg> dial(
      CallOffice office, Way way, Consumer<Runnable> later, Consumer<Happening> tell) {
    Runnable silent = () -> later.accept(() -> tell.accept(new Happening.GuestGone()));
    var phone = PhoneLeg.open(office.studio(), silent);
    if (phone.isEmpty()) way.place().close();
    return phone.map(
        open -> {
          var leg = new ForwardedLeg(open, way, tell);
          leg.dial(office.sip().get(), later);
          return leg;
        });
  }

  private void dial(SipEndpoint endpoint, Consumer<Runnable> later) {
    var target = new Dial.OverTrunks(way.number(), way.trunks());
    phone.mayComeFrom(way.addresses(endpoint));
    sip =
        endpoint.call(
            new Dial(target, way.shown(), phone.offer(), CallLimits.RINGING),
            event -> later.accept(() -> signalled(event)));
  }

  @Override
  public Optional<Line> line() {
    return Optional.of(phone.line());
  }

  /// It is seen nowhere.
  @Override
  public void shows(SideCallState.State state) {}

  String number() {
    return way.number().text();
  }

  @Override
  public @Nullable CallResult failed() {
    return failed;
  }

  @Override
  public void close() {
    closed = true;
    if (sip != null) sip.hangUp();
    phone.close();
    way.place().close();
  }

  private void signalled(SipEvent event) {
    if (closed) return;
    switch (event) {
      case SipEvent.Answered(var theirs) -> {
        phone.describe(theirs);
        tell.accept(new Happening.GuestAnswered());
      }
      case SipEvent.OfferAccepted(var theirs) -> phone.describe(theirs);
      case SipEvent.Reoffered(var theirs) -> {
        if (sip != null) sip.answerOffer(phone.answerAgain(theirs));
      }
      case SipEvent.Referred _ -> {
        if (sip != null) sip.tellReferrer(DECLINED);
      }
      case SipEvent.Refused(Refusal why) -> fail(CallResult.of(why.why()));
      case SipEvent.Ended _ -> fail(CallResult.DROPPED);
      case SipEvent.Ringing _,
          SipEvent.Progress _,
          SipEvent.FailedOver _,
          SipEvent.OfferRefused _,
          SipEvent.ReferProgress _,
          SipEvent.KeyPressed _ -> {}
    }
  }

  private void fail(CallResult why) {
    failed = why;
    tell.accept(new Happening.GuestGone());
  }
}
