package org.hiwar.voice.sip.jain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sip.ClientTransaction;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.SipCall;
import org.hiwar.voice.sip.SipCount;
import org.hiwar.voice.sip.SipEvent;
import org.hiwar.voice.sip.SipEvent.By;
import org.hiwar.voice.sip.SipEvent.Cause;
import org.hiwar.voice.sip.SipListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One call: its thread, its phase, and the tags by which it is found. Everything but the handing
/// over happens on its own thread.
final class Call implements SipCall, Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(Call.class);

  private final Office office;
  private final String id;
  private final Mailbox mailbox;
  private final List<String> localTags = new ArrayList<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private Registry.@Nullable Invite invite;
  private SipListener listener = _ -> {};
  private Phase phase = new Phase.Nothing(this);
  private boolean over;

  Call(Office office) {
    this.office = office;
    id = office.tokens().word();
    mailbox =
        new Mailbox(office.limits().waiting(), this::fault, () -> phase.hangUp(Cause.OVERLOADED));
    office.calls().incrementAndGet();
  }

  void start(Runnable first) {
    mailbox.start("sip-call-" + id, first);
  }

  // From others' threads
  // ---------------------------------------------------------------------------

  @Override
  public String id() {
    return id;
  }

  @Override
  public void hangUp() {
    orderPhase(phase -> phase.hangUp(Cause.HUNG_UP));
  }

  void close() {
    orderPhase(phase -> phase.hangUp(Cause.CLOSED));
  }

  @Override
  public void offer(String sdp) {
    orderPhase(phase -> phase.offer(sdp));
  }

  @Override
  public void answerOffer(String sdp) {
    orderPhase(phase -> phase.answerOffer(sdp));
  }

  @Override
  public void refuseOffer() {
    orderPhase(Phase::refuseOffer);
  }

  @Override
  public void refer(DialString to) {
    orderPhase(phase -> phase.refer(to));
  }

  @Override
  public void tellReferrer(int status) {
    orderPhase(phase -> phase.tellReferrer(status));
  }

  void orderPhase(Consumer<Phase> what) {
    mailbox.order(() -> what.accept(phase));
  }

  /// A request within one of this call's dialogs.
  void arrived(Request request, @Nullable ServerTransaction transaction) {
    put(() -> phase.arrived(request, transaction));
  }

  void cancelled() {
    put(() -> phase.cancelled());
  }

  @Override
  public void answered(ClientTransaction transaction, Response response) {
    put(() -> response(response, transaction));
  }

  /// A response whose transaction is over: a 2xx once more, or of another branch.
  void late(Response response) {
    put(() -> response(response, null));
  }

  @Override
  public void unanswered(ClientTransaction transaction) {
    put(() -> unansweredHere(transaction));
  }

  private void put(Runnable what) {
    if (!mailbox.put(what)) office.counts().add(SipCount.CALL_OVERLOADED);
  }

  // On its own thread
  // ------------------------------------------------------------------------------

  Office office() {
    return office;
  }

  Wire wire() {
    return office.wire();
  }

  Mailbox mailbox() {
    return mailbox;
  }

  void listener(SipListener given) {
    listener = given;
  }

  void knownBy(String localTag) {
    localTags.add(localTag);
    office.registry().put(localTag, this);
  }

  /// False when the same INVITE has made a call before.
  boolean knownBy(Registry.Invite given) {
    if (!office.registry().put(given, this)) return false;
    invite = given;
    return true;
  }

  void add(Attempt attempt) {
    attempts.add(attempt);
    knownBy(attempt.dialog().localTag());
  }

  void become(Phase next) {
    phase = next;
    next.begin();
  }

  void tell(SipEvent event) {
    if (over) return;
    if (event instanceof SipEvent.Ended || event instanceof SipEvent.Refused) {
      over = true;
      office.calls().decrementAndGet();
    }
    try {
      listener.happened(event);
    } catch (RuntimeException e) {
      office.counts().add(SipCount.FAULT);
      LOG.error("The listener of call {} failed on {}", id, event.getClass().getSimpleName(), e);
    }
  }

  /// The last event, and then what has still to be said over the wire.
  void end(SipEvent last, Phase leaving) {
    become(leaving);
    tell(last);
  }

  /// It was refused before anybody was told of it.
  void drop() {
    over = true;
    office.calls().decrementAndGet();
    forget();
  }

  /// Nobody will hear of this call any more.
  void forget() {
    office.registry().forget(this, localTags, invite);
    mailbox.close();
  }

  private void response(Response response, @Nullable ClientTransaction transaction) {
    if (phase.confirmsAgain(response)) return;
    var tag = Headers.fromTag(response);
    for (var attempt : attempts) {
      if (attempt.dialog().localTag().equals(tag) && attempt.takes(response, transaction)) return;
    }
    phase.response(response, transaction);
  }

  private void unansweredHere(ClientTransaction transaction) {
    for (var attempt : attempts) if (attempt.wasUnanswered(transaction)) return;
    phase.unanswered(transaction);
  }

  private void fault(RuntimeException fault) {
    office.counts().add(SipCount.FAULT);
    LOG.error("Call {} failed and is ended", id, fault);
    boolean again = phase instanceof Leaving;
    if (!again) {
      try {
        phase.hangUp(Cause.FAULT);
      } catch (RuntimeException e) {
        LOG.error("Call {} could not be ended in order", id, e);
        again = true;
      }
    }
    if (again) {
      tell(new SipEvent.Ended(By.US, Cause.FAULT));
      forget();
    }
  }
}
