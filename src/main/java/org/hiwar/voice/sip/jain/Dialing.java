package org.hiwar.voice.sip.jain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hiwar.voice.sip.Dial;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.Refusal;
import org.hiwar.voice.sip.SipEvent;
import org.hiwar.voice.sip.SipEvent.By;
import org.hiwar.voice.sip.SipEvent.Cause;
import org.jspecify.annotations.Nullable;

/// A call that we make, until it is answered (RFC 3261 section 13.2).
final class Dialing extends Phase {
  private static final int MOST_REDIRECTS = 2;

  private final Dial dial;
  private final Deque<Route> routes;
  private @Nullable Route route;
  private @Nullable Attempt attempt;
  private Mailbox.@Nullable Alarm silence;
  private Mailbox.@Nullable Alarm ringing;
  private int redirects;
  private boolean rang;

  Dialing(Call call, Dial dial, List<Route> routes) {
    super(call);
    this.dial = dial;
    this.routes = new ArrayDeque<>(routes);
  }

  @Override
  void begin() {
    ringing = call.mailbox().after(dial.ringFor(), this::rangLongEnough);
    next(Refusal.of(503));
  }

  private void next(Refusal whyNotTheLast) {
    var following = routes.poll();
    if (following == null) end(new SipEvent.Refused(whyNotTheLast));
    else attempt(following);
  }

  private void attempt(Route chosen) {
    route = chosen;
    var office = call.office();
    var parties =
        new Parties(
            office.tokens().word(), chosen.from(), office.tokens().word(), chosen.to(), null);
    var dialog = new Dialog(chosen.line(), wire(), parties, chosen.target());
    var made = new Attempt(call, dialog, new Attempt.Invitation(dial.caller(), dial.offer()));
    call.add(made);
    attempt = made;
    if (!routes.isEmpty())
      silence = call.mailbox().after(office.limits().firstWord(), () -> silent(made));
    send(made);
  }

  private void send(Attempt made) {
    try {
      made.send();
    } catch (SipException _) {
      failed(Refusal.of(503));
    }
  }

  private void silent(Attempt made) {
    if (made == attempt && !made.wasHeard()) {
      made.giveUp();
      failed(Refusal.of(408));
    }
  }

  /// Another trunk if it may help and there is one, otherwise the end.
  private void failed(Refusal why) {
    var tried = route;
    if (why.anotherTrunkMayHelp() && !routes.isEmpty() && tried != null && tried.trunk() != null)
      call.tell(new SipEvent.FailedOver(tried.trunk().id(), why));
    else routes.clear();
    next(why);
  }

  @Override
  void response(Response response, @Nullable ClientTransaction transaction) {
    var current = attempt;
    if (current == null || !Headers.method(response).equals(Request.INVITE)) return;
    if (!current.dialog().localTag().equals(Headers.fromTag(response))) return;
    if (silence != null) silence.cancel();
    int status = response.getStatusCode();
    if (status < 200) provisional(response);
    else if (status < 300) answered(current, response);
    else if (status < 400) redirected(response);
    else if (status == 401 || status == 407) challenged(current, response);
    else failed(Refusal.of(status));
  }

  private void provisional(Response response) {
    int status = response.getStatusCode();
    if (status == Response.RINGING && !rang) {
      rang = true;
      call.tell(new SipEvent.Ringing());
    }
    if (status > 100 && Audio.in(response) instanceof Audio.There(var audio))
      call.tell(new SipEvent.Progress(audio));
  }

  private void answered(Attempt current, Response response) {
    var dialog = current.dialog().confirmedBy(response);
    try {
      dialog.acknowledge(response, null);
    } catch (SipException _) {
      // It will repeat its answer, and we our confirmation.
    }
    stopAlarms();
    var chosen = route;
    if (chosen != null) chosen.line().login().accepted();
    var talking = new Talking(call, dialog, true);
    call.become(talking);
    switch (Audio.in(response)) {
      case Audio.There(var audio) -> call.tell(new SipEvent.Answered(audio));
      case Audio.NotThere _ -> talking.giveUp(new SipEvent.Refused(nothingInAnswer()));
      case Audio.Unfit(var why) -> talking.giveUp(new SipEvent.Refused(why));
    }
  }

  private static Refusal nothingInAnswer() {
    return new Refusal(
        488, Refusal.Why.NOT_UNDERSTOOD, "The answer does not say where the audio goes.");
  }

  private void redirected(Response response) {
    var from = route;
    var number = from == null ? Optional.<DialString>empty() : elsewhere(response, from);
    if (from == null || number.isEmpty() || redirects >= MOST_REDIRECTS) {
      failed(Refusal.of(response.getStatusCode()));
      return;
    }
    redirects++;
    attempt(from.elsewhere(number.get(), wire()));
  }

  /// The number that a redirection names, if it is on the same trunk and the trunk allows it.
  private static Optional<DialString> elsewhere(Response response, Route from) {
    var trunk = from.trunk();
    var contact = Headers.contact(response);
    boolean follows =
        trunk != null
            && trunk.followsRedirects()
            && contact != null
            && from.line().leadsTo(contact, from.target().getHost());
    return follows ? Headers.dialled(contact) : Optional.empty();
  }

  private void challenged(Attempt current, Response response) {
    var chosen = route;
    if (chosen != null && chosen.line().login().learn(response)) send(current);
    else failed(Refusal.of(response.getStatusCode()));
  }

  @Override
  void unanswered(ClientTransaction transaction) {
    failed(Refusal.of(408));
  }

  private void rangLongEnough() {
    giveUp();
    end(
        new SipEvent.Refused(
            new Refusal(408, Refusal.Why.NO_ANSWER, "Nobody answered in the time allowed.")));
  }

  @Override
  void hangUp(Cause why) {
    giveUp();
    end(new SipEvent.Ended(By.US, why == Cause.HUNG_UP ? Cause.CANCELLED : why));
  }

  private void giveUp() {
    if (attempt != null) attempt.giveUp();
  }

  private void end(SipEvent last) {
    stopAlarms();
    call.end(last, new Leaving(call, null));
  }

  private void stopAlarms() {
    if (silence != null) silence.cancel();
    if (ringing != null) ringing.cancel();
  }
}
