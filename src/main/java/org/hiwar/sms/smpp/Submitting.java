package org.hiwar.sms.smpp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hiwar.channel.Account;
import org.hiwar.channel.Outgoing;
import org.hiwar.channel.Sending;
import org.hiwar.sms.text.Encoding;
import org.hiwar.sms.text.Gsm7;
import org.hiwar.sms.text.Part;
import org.hiwar.sms.text.Segments;
import org.hiwar.sms.text.ShortContent;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/// Sends messages over a session, as many segments as they need (SMPP 3.4, 4.4.1).
final class Submitting {
  private final Account account;
  private final SmppSettings settings;
  private final SegmentStore store;
  private final Semaphore window;

  Submitting(Account account, SmppSettings settings, SegmentStore store) {
    this.account = account;
    this.settings = settings;
    this.store = store;
    window = new Semaphore(settings.window(), true);
  }

  /// One segment, ready to go.
  private record Segment(int coding, boolean header, byte[] content) {}

  Sending send(SMPPSession session, Outgoing message) {
    var segments = Segments.of(message.text(), settings.reference());
    if (segments.count() > SmppLimits.SEGMENTS)
      return new Sending.Refused("too-long", segments.count() + " segments");
    return segments.count() == 1
        ? submit(session, message.to(), alone(segments))
        : all(session, message, segments);
  }

  /// The parts in their order. Those that the centre has from an earlier try are not sent again,
  /// and the others carry the same reference, so that telephones join them.
  private Sending all(SMPPSession session, Outgoing message, Segments segments) {
    var taken = new HashMap<>(store.taken(account.workspace(), message.id()));
    int total = segments.count();
    for (int number = 1; number <= total; number++) {
      if (taken.containsKey(number)) continue;
      switch (submit(session, message.to(), part(message, segments, number))) {
        case Sending.Taken(var id) -> {
          store.add(account.workspace(), account.id(), message.id(), number, total, id);
          taken.put(number, id);
        }
        case Sending.Refused refused -> {
          return refused;
        }
        case Sending.Later later -> {
          return later;
        }
      }
    }
    return new Sending.Taken(first(taken));
  }

  private static String first(Map<Integer, String> taken) {
    return taken.getOrDefault(1, "");
  }

  private Segment alone(Segments segments) {
    var text = segments.texts().getFirst();
    return new Segment(coding(segments.encoding()), false, bytes(segments.encoding(), text));
  }

  private Segment part(Outgoing message, Segments segments, int number) {
    var encoding = segments.encoding();
    int reference = (int) (message.id().value() ^ message.id().value() >>> 12);
    var part = new Part(reference & 0xFFFF, segments.count(), number);
    var text = bytes(encoding, segments.texts().get(number - 1));
    return new Segment(
        coding(encoding), true, ShortContent.write(part, settings.reference(), text));
  }

  private static int coding(Encoding encoding) {
    return switch (encoding) {
      case GSM7 -> Coded.DEFAULT;
      case UCS2 -> Coded.UCS2;
    };
  }

  private byte[] bytes(Encoding encoding, String text) {
    return switch (encoding) {
      case GSM7 -> settings.otherAlphabet().map(text::getBytes).orElseGet(() -> Gsm7.encode(text));
      case UCS2 -> text.getBytes(StandardCharsets.UTF_16BE);
    };
  }

  private Sending submit(SMPPSession session, String to, Segment segment) {
    try {
      if (!window.tryAcquire(SmppLimits.ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS))
        return later("provider-error", "the window is full");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return later("not-connected", "stopped");
    }
    try {
      var from = Peer.of(account.address());
      var peer = Peer.of(to);
      var result =
          session.submitShortMessage(
              "",
              from.ton(),
              from.npi(),
              from.digits(),
              peer.ton(),
              peer.npi(),
              peer.digits(),
              new ESMClass(segment.header() ? 0x40 : 0),
              (byte) 0,
              (byte) 0,
              null,
              null,
              new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
              (byte) 0,
              new RawDataCoding((byte) segment.coding()),
              (byte) 0,
              segment.content());
      return new Sending.Taken(result.getMessageId());
    } catch (NegativeResponseException e) {
      return CommandStatus.answer(e.getCommandStatus());
    } catch (ResponseTimeoutException | InvalidResponseException e) {
      return later("provider-error", e.getMessage());
    } catch (PDUException e) {
      return new Sending.Refused("invalid-address", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return later("not-connected", e.getMessage());
    } finally {
      window.release();
    }
  }

  private static Sending later(String code, @org.jspecify.annotations.Nullable String detail) {
    return new Sending.Later(code, String.valueOf(detail), Duration.ZERO);
  }
}
