package org.hiwar.voice.sip.jain;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.text.ParseException;
import java.util.Properties;
import javax.sip.PeerUnavailableException;
import org.hiwar.voice.sip.SipCount;
import org.hiwar.voice.sip.SipLimits;

/// The library's stack with our sockets and a parser that cannot throw what nobody expects.
final class OwnStack extends SipStackImpl {
  OwnStack(String name, SipLimits limits, Sockets sockets, Counts counts)
      throws PeerUnavailableException {
    super(settings(name, limits));
    networkLayer = sockets;
    setMessageParserFactory(_ -> parser(counts));
  }

  /// The library closes its sockets and stops its timers, and then rests for a second, whatever
  /// there is to wait for. Nobody has to: it does so on a thread whose rest is interrupted before
  /// it begins. Not on the caller's, whose next wait would be over at once.
  @Override
  public void stopStack() {
    var stopping =
        Thread.ofVirtual()
            .name("sip-stop")
            .start(
                () -> {
                  Thread.currentThread().interrupt();
                  super.stopStack();
                });
    try {
      stopping.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static MessageParser parser(Counts counts) {
    var parser = new StringMsgParser();
    return (bytes, readBody, strict, faults) -> {
      try {
        return parser.parseSIPMessage(bytes, readBody, strict, faults);
      } catch (ParseException e) {
        counts.add(SipCount.MALFORMED);
        throw e;
      } catch (RuntimeException | StackOverflowError e) {
        counts.add(SipCount.MALFORMED);
        var refused = new ParseException("not SIP", 0);
        refused.initCause(e);
        throw refused;
      }
    };
  }

  private static Properties settings(String name, SipLimits limits) {
    var nist = "gov.nist.javax.sip.";
    var all = new Properties();
    all.setProperty("javax.sip.STACK_NAME", name);
    // Dialogs are ours; the library keeps transactions.
    all.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
    all.setProperty("javax.sip.ROUTER_PATH", NextHopRouter.class.getName());
    all.setProperty(nist + "AUTOMATIC_DIALOG_ERROR_HANDLING", "false");
    all.setProperty(nist + "DELIVER_UNSOLICITED_NOTIFY", "true");
    all.setProperty(nist + "STACK_LOGGER", QuietStackLogger.class.getName());
    all.setProperty(nist + "SERVER_LOGGER", QuietServerLogger.class.getName());
    all.setProperty(
        nist + "MESSAGE_PROCESSOR_FACTORY", "gov.nist.javax.sip.stack.OIOMessageProcessorFactory");
    // One thread reads UDP and calls us at once, so that the messages of a call stay in order.
    all.setProperty(nist + "REENTRANT_LISTENER", "true");
    all.setProperty(nist + "THREAD_POOL_SIZE", "1");
    all.setProperty(nist + "THREAD_PRIORITY", Integer.toString(Thread.NORM_PRIORITY));
    all.setProperty(nist + "MAX_MESSAGE_SIZE", Integer.toString(2 * limits.messageBytes()));
    all.setProperty(nist + "RECEIVE_UDP_BUFFER_SIZE", Integer.toString(1 << 20));
    all.setProperty(nist + "SEND_UDP_BUFFER_SIZE", Integer.toString(1 << 20));
    // Milliseconds that the rest of a message begun over TCP may take.
    all.setProperty(nist + "READ_TIMEOUT", "5000");
    // Seconds that finished transactions of INVITE linger.
    all.setProperty(nist + "LINGER_TIMER", "8");
    all.setProperty(nist + "RFC_2543_SUPPORT_ENABLED", "false");
    return all;
  }
}
