package org.hiwar.app.demo.carrier;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hiwar.voice.sip.DialString;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.util.UriComponentsBuilder;

/// The sockets of all telephones of the demonstration. A page names the number that it had before
/// as `?number=`.
@Component
class PhoneHandler extends TextWebSocketHandler {
  private static final DialString NONE = new DialString("0");
  private static final CloseStatus NOT_NOW = CloseStatus.SERVICE_OVERLOAD;

  private final DemoCarrier carrier;
  private final SmsNetwork sms;
  private final Map<String, Plug> plugs = new ConcurrentHashMap<>();

  private record Plug(Handset handset, PhoneSocket socket) {}

  PhoneHandler(DemoCarrier carrier, SmsNetwork sms) {
    this.carrier = carrier;
    this.sms = sms;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) throws Exception {
    session.setTextMessageSizeLimit(CarrierLimits.FRAME_BYTES);
    session.setBinaryMessageSizeLimit(1);
    var exchange = carrier.exchange();
    if (exchange.isEmpty()) session.close(NOT_NOW);
    else plug(session, exchange.get());
  }

  private void plug(WebSocketSession session, Exchange exchange) {
    var socket = new PhoneSocket(session);
    var handset = exchange.plug(wanted(session), socket);
    if (handset.isEmpty()) {
      socket.stop();
      return;
    }
    plugs.put(session.getId(), new Plug(handset.get(), socket));
    var number = handset.get().number();
    socket.show(new ToPhone.Plugged(number.text(), carrier.centre(), sms.senders()));
    sms.plug(number, socket);
  }

  private static DialString wanted(WebSocketSession session) {
    return Optional.ofNullable(session.getUri())
        .map(uri -> UriComponentsBuilder.fromUri(uri).build().getQueryParams().getFirst("number"))
        .flatMap(digits -> DialString.parse("+" + digits))
        .orElse(NONE);
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
    var plug = plugs.get(session.getId());
    if (plug == null) return;
    var handset = plug.handset();
    switch (FromPhone.read(message.getPayload()).orElse(null)) {
      case FromPhone.Offer(var sdp) -> handset.connect(sdp);
      case FromPhone.Call(var number, var withheld) -> handset.call(number, withheld);
      case FromPhone.Answer _ -> handset.answer();
      case FromPhone.Decline _ -> handset.decline();
      case FromPhone.HangUp _ -> handset.hangUp();
      case FromPhone.Text(var to, var text) -> sms.write(handset.number(), to, text);
      case FromPhone.Here _ -> {}
      case null -> session.close(CloseStatus.BAD_DATA);
    }
  }

  @Override
  public void handleTransportError(WebSocketSession session, Throwable failure) {
    gone(session);
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    gone(session);
  }

  private void gone(WebSocketSession session) {
    var plug = plugs.remove(session.getId());
    if (plug == null) return;
    sms.unplug(plug.handset().number(), plug.socket());
    plug.handset().unplug();
    plug.socket().stop();
  }
}
