package org.hiwar.sms.smpp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.hiwar.platform.outbound.NotAllowedOutside;
import org.jsmpp.SMPPConstant;
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
    /// Stores a PDU as it came; must not wait.
    Keeping keep(byte[] pdu);
  }

  /// A PDU on its way into the database, and what the centre has been told of it.
  interface Keeping {
    /// Done when it is stored.
    CompletableFuture<?> stored();

    /// The centre was told that we have it.
    void answered();

    /// The centre was told to send it again.
    void refused();
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
  /// What the centre has not been told of, by sequence numbers; a centre may use one twice.
  private final Map<Integer, Deque<Keeping>> open =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Deque<Keeping>> eldest) {
          return size() > 4 * SmppLimits.QUEUE;
        }
      };

  private SmppSession(SmppSettings settings, Sockets sockets, Keeper keeper) {
    this.keeper = keeper;
    session =
        new SMPPSession(
            new Answers(this::told),
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
    var keeping = keeper.keep(pdu);
    synchronized (open) {
      var same = open.computeIfAbsent(number, _ -> new ArrayDeque<>());
      same.add(keeping);
      if (same.size() > 4 * SmppLimits.QUEUE) same.removeFirst();
    }
  }

  private void told(int number, int status) {
    Keeping one;
    synchronized (open) {
      var same = open.getOrDefault(number, new ArrayDeque<>());
      one = same.pollFirst();
      if (same.isEmpty()) open.remove(number);
    }
    if (one == null) return;
    if (status == SMPPConstant.STAT_ESME_ROK) one.answered();
    else one.refused();
  }

  /// Answered *OK* when the message is in the database, else the centre is told to come again.
  @Override
  public void onAcceptDeliverSm(DeliverSm pdu) throws ProcessRequestException {
    List<Keeping> all;
    synchronized (open) {
      all = List.copyOf(open.getOrDefault(pdu.getSequenceNumber(), new ArrayDeque<>()));
    }
    try {
      if (all.isEmpty()) throw new TimeoutException("it is not known any more");
      for (var one : all) one.stored().get(SmppLimits.KEEP_WITHIN.toSeconds(), TimeUnit.SECONDS);
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
