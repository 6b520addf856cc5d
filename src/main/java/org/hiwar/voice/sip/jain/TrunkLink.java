package org.hiwar.voice.sip.jain;

import java.time.Clock;
import java.time.Duration;
import javax.sip.ClientTransaction;
import javax.sip.SipException;
import javax.sip.header.ContactHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hiwar.voice.sip.Refusal;
import org.hiwar.voice.sip.SipCount;
import org.hiwar.voice.sip.TrunkState;
import org.hiwar.voice.sip.TrunkState.Health;
import org.hiwar.voice.sip.TrunkState.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps up a trunk: registers with the provider where that is asked for, and looks now and then
/// whether anybody is there. One thread for each trunk, with the deadlines of its [Mailbox].
final class TrunkLink implements Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(TrunkLink.class);
  private static final int WAITING = 50;
  private static final double REFRESH_AFTER = 0.8;

  private final TrunkLine line;
  private final Office office;
  private final Clock clock;
  private final Mailbox mailbox;
  private final Login login;
  private final String callId;
  private final String localTag;
  private long sequence;
  private Duration retry;
  private long asks;
  private Registration registration;
  private Health health = new TrunkState.Unknown();
  private volatile TrunkState state;

  TrunkLink(TrunkLine line, Office office, Clock clock) {
    this.line = line;
    this.office = office;
    this.clock = clock;
    mailbox = new Mailbox(WAITING, this::fault, () -> {});
    login = new Login(line.trunk().credentials(), office.tokens());
    callId = office.tokens().word();
    localTag = office.tokens().word();
    retry = office.limits().retryRegistration();
    asks = office.limits().registration().toSeconds();
    registration = line.trunk().registers() ? new TrunkState.Trying() : new TrunkState.NotAsked();
    state = new TrunkState(registration, health);
  }

  TrunkState state() {
    return state;
  }

  boolean isFor(TrunkLine other) {
    return line.equals(other);
  }

  void start() {
    mailbox.start("sip-trunk-" + line.trunk().id().value(), this::begin);
  }

  /// Takes back the registration, as far as that works at once.
  void stop() {
    mailbox.order(
        () -> {
          if (registration instanceof TrunkState.Registered) send(Request.REGISTER, 0);
          mailbox.close();
        });
  }

  @Override
  public void answered(ClientTransaction transaction, Response response) {
    if (response.getStatusCode() >= 200) mailbox.put(() -> response(transaction, response));
  }

  @Override
  public void unanswered(ClientTransaction transaction) {
    mailbox.put(
        () -> failed(transaction.getRequest().getMethod(), Refusal.of(Response.REQUEST_TIMEOUT)));
  }

  // On its own thread
  // ------------------------------------------------------------------------------

  private void begin() {
    if (line.trunk().registers()) register();
    if (line.trunk().checked()) options();
  }

  private void register() {
    send(Request.REGISTER, asks);
  }

  private void options() {
    mailbox.after(office.limits().optionsEvery(), this::options);
    send(Request.OPTIONS, -1);
  }

  /// @param seconds to be registered for; 0 takes it back, negative leaves it out
  private void send(String method, long seconds) {
    var peer = line.peer();
    if (peer == null) {
      failed(
          method,
          new Refusal(503, Refusal.Why.UNREACHABLE, "The name of the provider's host is unknown."));
      return;
    }
    try {
      office.wire().send(request(method, seconds, peer), this);
    } catch (SipException _) {
      failed(method, new Refusal(503, Refusal.Why.UNREACHABLE, "There is no connection."));
    }
  }

  private Request request(String method, long seconds, Peer peer) {
    var wire = office.wire();
    var trunk = line.trunk();
    var credentials = trunk.credentials();
    var user = credentials == null ? line.contactUser() : credentials.user();
    var own = wire.address(wire.uri(user, trunk.host()));
    boolean registers = method.equals(Request.REGISTER);
    var parties = new Parties(callId, own, localTag, own, null);
    var request =
        wire.request(
            method, Uris.of(wire, null, trunk.host(), trunk.port()), parties, ++sequence, peer);
    wire.contact(request, wire.contact(line.contactUser(), peer.transport()));
    if (seconds >= 0) wire.add(request, "Expires", Long.toString(seconds));
    if (registers) login.sign(request, wire);
    return request;
  }

  private void response(ClientTransaction transaction, Response response) {
    answersAtAll();
    if (!transaction.getRequest().getMethod().equals(Request.REGISTER)) return;
    int status = response.getStatusCode();
    if (status / 100 == 2) registered(response);
    else if ((status == 401 || status == 407) && login.learn(response)) register();
    else if (status == Response.INTERVAL_TOO_BRIEF && isLonger(response)) register();
    else failed(Request.REGISTER, Refusal.of(status));
  }

  /// Whatever it answers to OPTIONS, it is there.
  private void answersAtAll() {
    if (!(health instanceof TrunkState.Reachable))
      show(registration, new TrunkState.Reachable(clock.instant()));
  }

  private boolean isLonger(Response response) {
    var least = Headers.value(response, "Min-Expires");
    if (least == null || !least.matches("\\d{1,6}") || Long.parseLong(least) <= asks) return false;
    asks = Long.parseLong(least);
    return true;
  }

  private void registered(Response response) {
    login.accepted();
    retry = office.limits().retryRegistration();
    long granted = granted(response);
    show(new TrunkState.Registered(clock.instant().plusSeconds(granted)), health);
    mailbox.after(Duration.ofMillis((long) (granted * 1_000 * REFRESH_AFTER)), this::register);
  }

  /// Of our own contact among those that the answer lists, else of the header, else what we asked.
  private long granted(Response response) {
    var contacts = response.getHeaders(ContactHeader.NAME);
    while (contacts.hasNext()) {
      if (contacts.next() instanceof ContactHeader contact
          && contact.getAddress() != null
          && contact.getAddress().getURI().toString().contains(":" + line.contactUser() + "@")
          && contact.getExpires() > 0) return contact.getExpires();
    }
    var header = Headers.value(response, "Expires");
    boolean readable = header != null && header.matches("[1-9]\\d{0,6}");
    return readable && header != null ? Long.parseLong(header) : asks;
  }

  private void failed(String method, Refusal why) {
    if (!method.equals(Request.REGISTER)) {
      var since =
          health instanceof TrunkState.Unreachable before ? before.since() : clock.instant();
      show(registration, new TrunkState.Unreachable(why, since));
      return;
    }
    show(new TrunkState.NotRegistered(why, clock.instant().plus(retry)), health);
    mailbox.after(retry, this::register);
    var longer = retry.multipliedBy(2);
    var most = office.limits().retryRegistrationAtMost();
    retry = longer.compareTo(most) < 0 ? longer : most;
  }

  private void show(Registration how, Health well) {
    registration = how;
    health = well;
    state = new TrunkState(how, well);
  }

  private void fault(RuntimeException fault) {
    office.counts().add(SipCount.FAULT);
    LOG.error("Trunk {} failed and goes on", line.trunk().name(), fault);
    if (line.trunk().registers()) mailbox.after(retry, this::register);
  }
}
