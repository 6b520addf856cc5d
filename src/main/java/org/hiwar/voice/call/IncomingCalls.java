package org.hiwar.voice.call;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hiwar.conversation.Arrival;
import org.hiwar.conversation.Direction;
import org.hiwar.conversation.IncomingPhoneCall;
import org.hiwar.voice.call.PhoneNumbers.Destination;
import org.hiwar.voice.sip.IncomingCall;
import org.hiwar.voice.sip.SipCalls;
import org.hiwar.voice.sip.SipListener;
import org.hiwar.voice.sip.TrunkId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes calls from the telephone network: finds the service, asks for a code where one was given,
/// stores the call, answers it, and lets music play until an agent takes it.
public final class IncomingCalls implements SipCalls {
  private static final Logger LOG = LoggerFactory.getLogger(IncomingCalls.class);
  private static final int FORBIDDEN = 403;
  private static final int NO_SUCH_NUMBER = 404;
  private static final int NO_ROOM = 503;

  private final CallOffice office;
  private final PhoneNumbers numbers;
  private final CodeDoor door;
  private final LiveCalls calls;
  private final Semaphore room = new Semaphore(CallLimits.ARRIVING_TOGETHER, true);

  public IncomingCalls(CallOffice office, PhoneNumbers numbers, CodeDoor door, LiveCalls calls) {
    this.office = office;
    this.numbers = numbers;
    this.door = door;
    this.calls = calls;
  }

  @Override
  public SipListener incoming(IncomingCall call) {
    var ears = new SipEars();
    Thread.ofVirtual().name("call-arriving").start(() -> admit(call, ears));
    return ears;
  }

  private void admit(IncomingCall call, SipEars ears) {
    try {
      if (!(call.source() instanceof IncomingCall.Source.OfTrunk(TrunkId trunk))) {
        call.refuse(FORBIDDEN);
        return;
      }
      var to = numbers.destination(trunk, call.called());
      if (to.isEmpty()) {
        call.refuse(NO_SUCH_NUMBER);
        return;
      }
      call.ringing();
      take(call, trunk, to.get(), ears);
    } catch (RuntimeException e) {
      LOG.error("A call to {} could not be taken", call.called(), e);
      call.refuse(NO_ROOM);
      call.hangUp(); // where it was answered already
    }
  }

  private void take(IncomingCall call, TrunkId trunk, Destination to, SipEars ears) {
    var customer = PhoneLeg.open(office.studio(), ears::silent).orElse(null);
    if (customer == null) {
      LOG.warn("No port is left for the audio of a call to {}", call.called());
      call.refuse(NO_ROOM);
      return;
    }
    try {
      customer.mayComeFrom(office.sip().get().addresses(trunk));
      take(call, trunk, to, ears, customer);
    } catch (RuntimeException e) {
      customer.close();
      throw e;
    }
  }

  private void take(
      IncomingCall call, TrunkId trunk, Destination to, SipEars ears, PhoneLeg customer) {
    var now = office.clock().instant();
    var number = CallerNumber.of(call.caller(), call.called());
    var called = call.called().text();
    var asked = door.asks(to, number);
    var digits = asked ? ask(call, to, ears, customer) : "";
    var rule = office.rules().rule(to.workspace(), to.service());
    var taken = new TakenCall(office, calls, to.workspace());
    try {
      var arrival =
          inOrder(
              () ->
                  door.arrive(
                      to.workspace(),
                      new IncomingPhoneCall(to.service(), number, called, to.language(), now),
                      digits,
                      it ->
                          taken.take(
                              key ->
                                  new Call.Beginning(
                                      key,
                                      detail(it, number, called, trunk, call.id(), now),
                                      new Phase.Waiting(),
                                      customer,
                                      rule,
                                      to.language(),
                                      null,
                                      call),
                              it)));
      if (!asked) call.answer(customer.answer(call.offer()));
      ears.belongTo(taken.call());
      taken.call().start();
      door.announce(to.workspace(), arrival);
    } catch (RuntimeException e) {
      taken.giveUp();
      throw e;
    }
  }

  /// A burst of calls waits here, one behind the other, and not all of them for the database.
  private Arrival inOrder(Supplier<Arrival> arriving) {
    try {
      if (!room.tryAcquire(CallLimits.ARRIVING.toMillis(), TimeUnit.MILLISECONDS))
        throw new IllegalStateException("too many calls came at once");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a call waited to be stored", e);
    }
    try {
      return arriving.get();
    } finally {
      room.release();
    }
  }

  /// Answers, and waits for the code: a caller who has none is in the queue a little later.
  private String ask(IncomingCall call, Destination to, SipEars ears, PhoneLeg customer) {
    var question = new CodeQuestion(office.studio(), customer);
    call.answer(customer.answer(call.offer()));
    ears.meanwhile(question);
    try {
      return question.ask(to.language());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a caller was asked", e);
    }
  }

  private static CallDetail detail(
      Arrival arrival,
      @Nullable String caller,
      String called,
      TrunkId trunk,
      String sip,
      Instant now) {
    return new CallDetail(
        arrival.interaction(),
        Direction.INBOUND,
        caller == null ? "" : caller,
        called,
        trunk,
        sip,
        now,
        now,
        null,
        Duration.ZERO,
        null,
        null,
        null,
        null,
        null);
  }
}
