package org.hiwar.voice.sip.jain;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.stack.SIPServerTransaction;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hiwar.voice.sip.SipCount;
import org.hiwar.voice.sip.Transport;
import org.jspecify.annotations.Nullable;

/// Takes what the library has read, finds whom it is for, and hands it over. Runs on the library's
/// threads, so it neither waits nor lets anything escape.
final class Reception implements SipListener {
  private final Office office;
  private final Registrar registrar;
  private final Arrivals arrivals;

  Reception(Office office, Registrar registrar, Arrivals arrivals) {
    this.office = office;
    this.registrar = registrar;
    this.arrivals = arrivals;
  }

  @Override
  public void processRequest(RequestEvent event) {
    try {
      request(event.getRequest(), event.getServerTransaction());
    } catch (SipException _) {
      // The same request came before: the library has answered it.
    } catch (RuntimeException _) {
      office.counts().add(SipCount.FAULT);
    }
  }

  private void request(Request request, @Nullable ServerTransaction transaction)
      throws SipException {
    if (Headers.fromTag(request) == null) { // RFC 3261 section 8.1.1.3
      office.counts().add(SipCount.MALFORMED);
      if (!request.getMethod().equals(Request.ACK)) refuse(request, transaction, 400);
      return;
    }
    switch (request.getMethod()) {
      case Request.ACK -> acknowledged(request);
      case Request.CANCEL -> cancelled(request, transaction);
      case Request.REGISTER -> registrar.arrived(request, source(request), transport(request));
      default -> {
        if (Headers.toTag(request) != null) within(request, transaction);
        else outside(request, transaction);
      }
    }
  }

  private void acknowledged(Request ack) {
    var call = office.registry().byLocalTag(Headers.toTag(ack));
    if (call != null) call.arrived(ack, null);
    else office.counts().add(SipCount.STRAY);
  }

  private void cancelled(Request cancel, @Nullable ServerTransaction transaction)
      throws SipException {
    var of = transaction == null ? office.wire().transaction(cancel) : transaction;
    var invite = ((SIPServerTransaction) of).getCanceledInviteTransaction();
    if (invite != null && invite.getApplicationData() instanceof Call call) {
      office.wire().respond(of, cancel, Response.OK);
      call.cancelled();
    } else {
      refuse(cancel, of, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
    }
  }

  private void within(Request request, @Nullable ServerTransaction transaction)
      throws SipException {
    var call = office.registry().byLocalTag(Headers.toTag(request));
    if (call == null) {
      office.counts().add(SipCount.STRAY);
      refuse(request, transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
      return;
    }
    call.arrived(request, transaction == null ? office.wire().transaction(request) : transaction);
  }

  private void outside(Request request, @Nullable ServerTransaction transaction)
      throws SipException {
    switch (request.getMethod()) {
      case Request.INVITE -> arrivals.invited(request, source(request), transport(request));
      case Request.OPTIONS -> {
        var response = office.wire().response(request, Response.OK);
        office.wire().allow(response);
        office.wire().add(response, "Accept", Headers.SDP);
        office.wire().respondOnce(response);
      }
      case Request.NOTIFY, Request.BYE, Request.INFO, Request.REFER, Request.PRACK ->
          refuse(request, transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
      default -> {
        var response = office.wire().response(request, Response.METHOD_NOT_ALLOWED);
        office.wire().allow(response);
        office.wire().respondOnce(response);
      }
    }
  }

  private void refuse(Request request, @Nullable ServerTransaction transaction, int status) {
    if (transaction != null) office.wire().respond(transaction, request, status);
    else office.wire().respondOnce(office.wire().response(request, status));
  }

  @Override
  public void processResponse(ResponseEvent event) {
    try {
      var response = event.getResponse();
      var transaction = event.getClientTransaction();
      if (transaction != null && transaction.getApplicationData() instanceof Transactions owner) {
        owner.answered(transaction, response);
        return;
      }
      var call = office.registry().byLocalTag(Headers.fromTag(response));
      if (call != null) call.late(response);
      else office.counts().add(SipCount.STRAY);
    } catch (RuntimeException _) {
      office.counts().add(SipCount.FAULT);
    }
  }

  @Override
  public void processTimeout(TimeoutEvent event) {
    if (event.isServerTransaction()) return;
    var transaction = event.getClientTransaction();
    if (transaction.getApplicationData() instanceof Transactions owner)
      owner.unanswered(transaction);
  }

  @Override
  public void processIOException(IOExceptionEvent event) {}

  @Override
  public void processTransactionTerminated(TransactionTerminatedEvent event) {}

  @Override
  public void processDialogTerminated(DialogTerminatedEvent event) {}

  /// Where the message really came from.
  private static InetSocketAddress source(Request request) {
    var message = (SIPRequest) request;
    InetAddress address = message.getPeerPacketSourceAddress();
    return new InetSocketAddress(address, message.getPeerPacketSourcePort());
  }

  private static Transport transport(Request request) {
    return "TCP".equalsIgnoreCase(((SIPRequest) request).getTopmostVia().getTransport())
        ? Transport.TCP
        : Transport.UDP;
  }
}
