package org.hiwar.app.demo.carrier;

import java.util.Optional;
import org.hiwar.app.demo.carrier.ToPhone.Result;
import org.hiwar.app.demo.carrier.ToPhone.Stage;
import org.hiwar.voice.media.relay.Line;
import org.hiwar.voice.media.sound.Clip;
import org.hiwar.voice.media.sound.Tones;
import org.hiwar.voice.sdp.RemoteAudio;
import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.IncomingCall;
import org.hiwar.voice.sip.Refusal;
import org.hiwar.voice.sip.SipCall;
import org.hiwar.voice.sip.SipEvent;
import org.hiwar.voice.sip.SipListener;
import org.hiwar.voice.webrtc.BrowserLeg;
import org.hiwar.voice.webrtc.LegState;
import org.hiwar.voice.webrtc.OfferOutcome;
import org.jspecify.annotations.Nullable;

/// A telephone of the demonstration's network, with one call at a time. What the page asks and what
/// SIP tells is done under its lock, one after the other; nothing in it waits.
final class Handset {
  private static final Clip RINGING_TONE = Tones.ringing();
  private static final int BUSY = 486;
  private static final int NOBODY_THERE = 480;
  private static final int DECLINED = 603;

  private final Exchange exchange;
  private final DialString number;
  private final Display display;
  private @Nullable BrowserLeg leg;
  private @Nullable Line line;
  private @Nullable Ongoing now;
  private boolean unplugged;

  Handset(Exchange exchange, DialString number, Display display) {
    this.exchange = exchange;
    this.number = number;
    this.display = display;
  }

  /// A call of this telephone. What SIP tells of an older one is not heard.
  private static final class Ongoing {
    final Talk talk;
    final String party;
    @Nullable SipCall call;
    @Nullable IncomingCall ringing;
    Stage stage;

    Ongoing(Talk talk, String party, Stage stage) {
      this.talk = talk;
      this.party = party;
      this.stage = stage;
    }
  }

  DialString number() {
    return number;
  }

  /// Connects the page's audio, in place of what it had.
  synchronized void connect(String offer) {
    if (unplugged) return;
    switch (exchange.browser(offer, this::legChanged)) {
      case OfferOutcome.Answered(var answered, var answer) -> {
        dropLeg();
        leg = answered;
        line = exchange.line(answered);
        display.show(new ToPhone.Audio(answer));
      }
      case OfferOutcome.Refused(var sentence) -> display.show(new ToPhone.NoAudio(sentence));
    }
  }

  synchronized void call(DialString dialled, boolean withheld) {
    if (unplugged || now != null) return;
    var talk = line == null ? Optional.<Talk>empty() : exchange.talk();
    if (talk.isEmpty()) {
      idle(Result.NO_AUDIO);
      return;
    }
    var called = DemoNumbers.spelledOut(dialled);
    var ongoing = new Ongoing(talk.get(), called.text(), Stage.DIALLING);
    now = ongoing;
    var caller = withheld ? new Caller.Withheld() : new Caller.Number(number);
    ongoing.call =
        exchange.dial(called, caller, ongoing.talk.offer(), event -> happened(ongoing, event));
    show(ongoing);
  }

  /// Called by the centre.
  synchronized SipListener ring(IncomingCall call) {
    var talk = line == null || now != null ? Optional.<Talk>empty() : exchange.talk();
    if (talk.isEmpty()) {
      call.refuse(now != null ? BUSY : NOBODY_THERE);
      return _ -> {};
    }
    var ongoing = new Ongoing(talk.get(), name(call.caller()), Stage.RINGING);
    ongoing.call = call;
    ongoing.ringing = call;
    now = ongoing;
    call.ringing();
    show(ongoing);
    return event -> happened(ongoing, event);
  }

  private static String name(Caller caller) {
    return switch (caller) {
      case Caller.Number(var shown) -> shown.text();
      case Caller.Withheld _, Caller.Unknown _ -> "";
    };
  }

  synchronized void answer() {
    var ongoing = now;
    if (ongoing == null || ongoing.ringing == null || line == null) return;
    var call = ongoing.ringing;
    ongoing.ringing = null;
    ongoing.stage = Stage.TALKING;
    var offer = call.offer();
    call.answer(offer == null ? ongoing.talk.offer() : ongoing.talk.answer(offer));
    if (offer != null) ongoing.talk.connect(line, offer);
    show(ongoing);
  }

  synchronized void decline() {
    if (now == null || now.ringing == null) return;
    now.ringing.refuse(DECLINED);
    end(null);
  }

  synchronized void hangUp() {
    if (now == null) return;
    if (now.call != null) now.call.hangUp();
    end(null);
  }

  /// The page is gone.
  synchronized void unplug() {
    hangUp();
    unplugged = true;
    dropLeg();
    exchange.unplugged(this);
  }

  private synchronized void happened(Ongoing ongoing, SipEvent event) {
    var telephone = line;
    if (ongoing != now || telephone == null) return;
    switch (event) {
      case SipEvent.Ringing _ -> {
        ongoing.stage = Stage.RINGING_THERE;
        ongoing.talk.play(RINGING_TONE, telephone);
        show(ongoing);
      }
      case SipEvent.Progress(var audio) -> ongoing.talk.connect(telephone, audio);
      case SipEvent.Answered(var audio) -> {
        ongoing.talk.connect(telephone, audio);
        ongoing.stage = Stage.TALKING;
        show(ongoing);
      }
      case SipEvent.Reoffered(var audio) -> reoffered(ongoing, audio);
      case SipEvent.Referred _ -> {
        if (ongoing.call != null) ongoing.call.tellReferrer(DECLINED);
      }
      case SipEvent.Refused(var why) -> end(result(why));
      case SipEvent.Ended(var by, var _) -> end(by == SipEvent.By.US ? null : Result.ENDED);
      case SipEvent.FailedOver _,
          SipEvent.OfferAccepted _,
          SipEvent.OfferRefused _,
          SipEvent.ReferProgress _,
          SipEvent.KeyPressed _ -> {}
    }
  }

  private static void reoffered(Ongoing ongoing, @Nullable RemoteAudio audio) {
    if (audio != null) ongoing.talk.describe(audio);
    if (ongoing.call != null) ongoing.call.answerOffer(ongoing.talk.again(audio));
  }

  private static Result result(Refusal refusal) {
    return switch (refusal.why()) {
      case BUSY -> Result.BUSY;
      case NO_ANSWER -> Result.NO_ANSWER;
      case DECLINED, NOT_ALLOWED -> Result.DECLINED;
      case NO_SUCH_NUMBER -> Result.NO_SUCH_NUMBER;
      case REDIRECTED, UNSUITABLE, UNREACHABLE, NOT_UNDERSTOOD, FAILED -> Result.UNREACHABLE;
    };
  }

  private void legChanged(BrowserLeg changed, LegState state) {
    if (state instanceof LegState.Lost) Thread.startVirtualThread(() -> lost(changed));
  }

  private synchronized void lost(BrowserLeg lost) {
    if (lost != leg) return;
    hangUp();
    dropLeg();
  }

  private void dropLeg() {
    if (leg != null) leg.close();
    leg = null;
    line = null;
  }

  private void end(@Nullable Result result) {
    if (now != null) now.talk.close();
    idle(result);
  }

  private void idle(@Nullable Result result) {
    now = null;
    display.show(new ToPhone.State(Stage.IDLE, null, result));
  }

  private void show(Ongoing ongoing) {
    display.show(new ToPhone.State(ongoing.stage, ongoing.party, null));
  }
}
