package org.hiwar.voice.call;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.hiwar.voice.call.OutgoingGuard.Place;
import org.hiwar.voice.media.LegStatistics;
import org.hiwar.voice.media.quality.Loudness;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.Dial;
import org.hiwar.voice.sip.SipCall;
import org.hiwar.voice.sip.SipEndpoint;
import org.hiwar.voice.sip.SipEvent;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// An agent's phone or own number, called for one call. Used by the thread of that call alone.
final class ReachedDevice implements AgentLeg {
  private static final int DECLINED = 603;

  private final UserId agent;
  private final PhoneLeg phone;
  private final Place place;
  private final Loudness loudness;
  private final Consumer<Happening> tell;
  private @Nullable SipCall sip;
  private boolean connected;
  private boolean closed;

  /// Where to, and what is shown there.
  ///
  /// @param place given back at the end
  record Target(Dial.Target to, Caller shown, Place place) {}

  private ReachedDevice(Reach reach, PhoneLeg phone, Place place, Studio studio) {
    this.phone = phone;
    this.place = place;
    agent = reach.agent();
    tell = reach.tell();
    loudness = new Loudness(studio.nanoTime());
    phone.line().addEar(loudness);
  }

  /// Empty when all ports are taken.
  static Optional<ReachedDevice> dial(
      Reach reach, Target target, Studio studio, SipEndpoint endpoint) {
    var made = new AtomicReference<@Nullable ReachedDevice>();
    var phone = PhoneLeg.open(studio, () -> reach.later().accept(() -> silent(made.get())));
    if (phone.isEmpty()) {
      target.place().close();
      return Optional.empty();
    }
    var device = new ReachedDevice(reach, phone.get(), target.place(), studio);
    made.set(device);
    device.sip =
        endpoint.call(
            new Dial(target.to(), target.shown(), device.phone.offer(), CallLimits.REACHING),
            event -> reach.later().accept(() -> device.signalled(event)));
    return Optional.of(device);
  }

  private static void silent(@Nullable ReachedDevice device) {
    if (device != null) device.gone(null);
  }

  @Override
  public Line line() {
    return phone.line();
  }

  @Override
  public Loudness loudness() {
    return loudness;
  }

  @Override
  public LegStatistics statistics() {
    return phone.statistics();
  }

  @Override
  public boolean isConnected() {
    return connected && !closed;
  }

  boolean isClosed() {
    return closed;
  }

  /// Hangs up. Again is allowed.
  void close() {
    if (closed) return;
    closed = true;
    if (sip != null) sip.hangUp();
    phone.close();
    place.close();
  }

  private void signalled(SipEvent event) {
    if (closed) return;
    switch (event) {
      case SipEvent.Answered(var theirs) -> {
        phone.describe(theirs);
        connected = true;
        tell.accept(new Happening.DeviceReady(agent));
      }
      case SipEvent.OfferAccepted(var theirs) -> phone.describe(theirs);
      case SipEvent.Reoffered(var theirs) -> {
        if (sip != null) sip.answerOffer(phone.answerAgain(theirs));
      }
      case SipEvent.Referred _ -> {
        if (sip != null) sip.tellReferrer(DECLINED);
      }
      case SipEvent.Refused(var why) -> gone(CallResult.of(why.why()));
      case SipEvent.Ended(var by, var cause) -> {
        if (by == SipEvent.By.FAR_END && cause == SipEvent.Cause.HUNG_UP) hungUp();
        else gone(null);
      }
      case SipEvent.Ringing _,
          SipEvent.Progress _,
          SipEvent.FailedOver _,
          SipEvent.OfferRefused _,
          SipEvent.ReferProgress _,
          SipEvent.KeyPressed _ -> {}
    }
  }

  private void hungUp() {
    close();
    tell.accept(new Happening.DeviceHungUp(agent));
  }

  private void gone(@Nullable CallResult why) {
    if (closed) return;
    close();
    tell.accept(new Happening.DeviceGone(agent, why));
  }
}
