package org.hiwar.voice.sip.jain;

import gov.nist.javax.sip.message.SIPMessage;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipProvider;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.hiwar.voice.sip.Transport;
import org.jspecify.annotations.Nullable;

/// Builds messages and hands them to the library. Everything put into a message here is either ours
/// or was parsed before.
final class Wire {
  private static final String ALLOW = "INVITE, ACK, BYE, CANCEL, OPTIONS, INFO, REFER, NOTIFY";

  /// Handed over unparsed: the library's parser throws and catches twice for a product without a
  /// version, in every message.
  private static final List<String> AGENT = List.of("Hiwar");

  private static final int MAX_FORWARDS = 70;

  private final SipProvider provider;
  private final String host;
  private final int port;
  private final Tokens tokens;
  private final MessageFactory messages;
  private final HeaderFactory headers;
  private final AddressFactory addresses;

  /// @param host and port as others reach us
  Wire(SipFactory factory, SipProvider provider, String host, int port, Tokens tokens)
      throws SipException {
    this.provider = provider;
    this.host = host;
    this.port = port;
    this.tokens = tokens;
    messages = factory.createMessageFactory();
    headers = factory.createHeaderFactory();
    addresses = factory.createAddressFactory();
  }

  String host() {
    return host;
  }

  /// @param user null for the host itself
  SipURI uri(@Nullable String user, String atHost) {
    return ours(() -> addresses.createSipURI(user, atHost));
  }

  Address address(SipURI uri) {
    return addresses.createAddress(uri);
  }

  /// Where we are reached within a dialog.
  Address contact(String user, Transport transport) {
    return ours(
        () -> {
          var uri = addresses.createSipURI(user, host);
          uri.setPort(port);
          if (transport == Transport.TCP) uri.setTransportParam("tcp");
          return addresses.createAddress(uri);
        });
  }

  Request request(String method, SipURI target, Parties parties, long sequence, Peer peer) {
    return ours(
        () -> {
          var via = headers.createViaHeader(host, port, peer.transport().name(), tokens.branch());
          via.setRPort();
          var request =
              messages.createRequest(
                  (SipURI) target.clone(),
                  method,
                  headers.createCallIdHeader(parties.callId()),
                  headers.createCSeqHeader(sequence, method),
                  headers.createFromHeader(parties.local(), parties.localTag()),
                  headers.createToHeader(parties.remote(), parties.remoteTag()),
                  List.of(via),
                  headers.createMaxForwardsHeader(MAX_FORWARDS));
          ((SIPMessage) request).setApplicationData(peer.hop());
          request.addHeader(headers.createUserAgentHeader(AGENT));
          return request;
        });
  }

  void add(Message message, String name, String value) {
    ours(
        () -> {
          message.addHeader(headers.createHeader(name, value));
          return message;
        });
  }

  /// What we understand (RFC 3261 section 20.5).
  void allow(Message message) {
    ours(
        () -> {
          message.addHeader(headers.createAllowHeader(ALLOW));
          return message;
        });
  }

  void contact(Message message, Address contact) {
    message.setHeader(headers.createContactHeader(contact));
  }

  void body(Message message, String type, String text) {
    ours(
        () -> {
          message.setContent(
              text.getBytes(StandardCharsets.UTF_8),
              (ContentTypeHeader) headers.createHeader(ContentTypeHeader.NAME, type));
          return message;
        });
  }

  /// Begins a transaction; what comes of it is told to `owner`.
  ///
  /// @throws SipException when it cannot be sent: no connection
  ClientTransaction send(Request request, Transactions owner) throws SipException {
    var transaction = provider.getNewClientTransaction(request);
    transaction.setApplicationData(owner);
    transaction.sendRequest();
    return transaction;
  }

  /// Sends without a transaction: ACK for a 2xx.
  void sendOnce(Request request) throws SipException {
    provider.sendRequest(request);
  }

  Response response(Request request, int status) {
    return ours(
        () -> {
          var response = messages.createResponse(status, request);
          response.addHeader(headers.createServerHeader(AGENT));
          return response;
        });
  }

  void tag(Response response, String localTag) {
    ours(
        () -> {
          ((ToHeader) response.getHeader(ToHeader.NAME)).setTag(localTag);
          return response;
        });
  }

  /// False when the other side is gone, which the dialog's own deadlines take care of.
  boolean respond(ServerTransaction transaction, Response response) {
    try {
      transaction.sendResponse(response);
      return true;
    } catch (SipException | InvalidArgumentException _) {
      return false;
    }
  }

  boolean respond(ServerTransaction transaction, Request request, int status) {
    return respond(transaction, response(request, status));
  }

  /// Sends a response outside of any transaction, or once more.
  boolean respondOnce(Response response) {
    try {
      provider.sendResponse(response);
      return true;
    } catch (SipException _) {
      return false;
    }
  }

  ServerTransaction transaction(Request request) throws SipException {
    return provider.getNewServerTransaction(request);
  }

  void cancel(ClientTransaction invite, Transactions owner) {
    try {
      var request = invite.createCancel();
      var sent = (SIPMessage) invite.getRequest();
      ((SIPMessage) request).setApplicationData(sent.getApplicationData());
      send(request, owner);
    } catch (SipException _) {
      // Ended meanwhile; the final response says how.
    }
  }

  /// What is built of our own words cannot be malformed.
  private static <T> T ours(Build<T> build) {
    try {
      return build.run();
    } catch (ParseException | InvalidArgumentException | SipException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Build<T> {
    T run() throws ParseException, InvalidArgumentException, SipException;
  }
}
