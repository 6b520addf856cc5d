package org.hiwar.sms.smpp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.hiwar.platform.outbound.NotAllowedOutside;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.SMPPConstant;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.socket.SocketConnection;

/// One session with a message centre, from *bind* to its end.
final class SmppSession implements MessageReceiverListener {
  /// Where what the centre delivers is put.
  interface Keeper {
    /// Stores a PDU as it came; must not wait. Done when it is stored.
    CompletableFuture<?> keep(byte[] pdu);
  }

  /// Why there is no session, in a code that the screens translate.
  static final class NotBound extends Exception {
    private static final long serialVersionUID = 1;
    final String code;

    NotBound(String code, Throwable cause) {
      super(String.valueOf(cause.getMessage()), cause);
      this.code = code;
    }

    /// What the other side said, for experts.
    String detail() {
      return String.valueOf(getMessage());
    }
  }

  private final Keeper keeper;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final SMPPSession session;
  /// What is being stored, by sequence numbers; those whose PDU turns out to be malformed are never
  /// asked for, and leave in their turn.
  private final Map<Integer, CompletableFuture<?>> storing =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, CompletableFuture<?>> eldest) {
          return size() > 4 * SmppLimits.QUEUE;
        }
      };

  private SmppSession(SmppSettings settings, Sockets sockets, Keeper keeper) {
    this.keeper = keeper;
    session =
        new SMPPSession(
            new SynchronizedPDUSender(new DefaultPDUSender()),
            new Pdus(this::delivered),
            (host, port) -> new SocketConnection(sockets.connect(host, port, settings.tls())));
    session.setEnquireLinkTimer((int) settings.enquire().toMillis());
    session.setTransactionTimer(SmppLimits.ANSWER_WITHIN.toMillis());
    session.setPduProcessorDegree(SmppLimits.STORING);
    session.setQueueCapacity(SmppLimits.QUEUE);
    session.setMessageReceiverListener(this);
    session.addSessionStateListener(
        (now, _, _) -> {
          if (now == SessionState.CLOSED) ended.complete(null);
        });
  }

  /// Binds as a transceiver.
  static SmppSession bind(SmppSettings settings, Sockets sockets, Keeper keeper) throws NotBound {
    var one = new SmppSession(settings, sockets, keeper);
    try {
      one.session.connectAndBind(
          settings.host(),
          settings.port(),
          new BindParameter(
              BindType.BIND_TRX,
              settings.systemId(),
              settings.password(),
              settings.systemType(),
              TypeOfNumber.UNKNOWN,
              NumberingPlanIndicator.UNKNOWN,
              null),
          SmppLimits.BIND_WITHIN.toMillis());
      return one;
    } catch (IOException | RuntimeException e) {
      one.session.close();
      throw new NotBound(code(e), e);
    }
  }

  private static String code(Exception e) {
    if (e.getCause() instanceof NegativeResponseException) return "bind-refused";
    if (e instanceof NotAllowedOutside) return NotAllowedOutside.CODE;
    if (e instanceof SSLException) return "tls-failed";
    if (e instanceof UnknownHostException) return "unknown-host";
    if (e instanceof ConnectException || e instanceof SocketTimeoutException)
      return "not-reachable";
    return "connection-failed";
  }

  /// Done when the session is over, whoever ended it.
  CompletableFuture<Void> ended() {
    return ended;
  }

  SMPPSession smpp() {
    return session;
  }

  /// Says good-bye, for as long as the other side needs, 3 s at most.
  void close() {
    session.setTransactionTimer(SmppLimits.UNBIND_WITHIN.toMillis());
    session.unbindAndClose();
  }

  private void delivered(int number, byte[] pdu) {
    var stored = keeper.keep(pdu);
    synchronized (storing) {
      storing.put(number, stored);
    }
  }

  /// Answered *OK* when the message is in the database, else the centre is told to come again.
  @Override
  public void onAcceptDeliverSm(DeliverSm pdu) throws ProcessRequestException {
    CompletableFuture<?> stored;
    synchronized (storing) {
      stored = storing.remove(pdu.getSequenceNumber());
    }
    try {
      if (stored == null) throw new TimeoutException("it is not known any more");
      stored.get(SmppLimits.KEEP_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new ProcessRequestException("not stored", SMPPConstant.STAT_ESME_RX_T_APPN, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProcessRequestException("not stored", SMPPConstant.STAT_ESME_RX_T_APPN, e);
    }
  }

  /// Messages come as `deliver_sm`; what comes this way is refused, so that its sender hears it.
  @Override
  public DataSmResult onAcceptDataSm(DataSm pdu, Session source) throws ProcessRequestException {
    throw new ProcessRequestException("data_sm", SMPPConstant.STAT_ESME_RX_R_APPN);
  }

  /// That somebody can be reached again is of no use to us.
  @Override
  public void onAcceptAlertNotification(AlertNotification pdu) {}
}
