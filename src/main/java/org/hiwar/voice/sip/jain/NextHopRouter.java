package org.hiwar.voice.sip.jain;

import gov.nist.javax.sip.message.SIPRequest;
import java.util.Collections;
import java.util.ListIterator;
import javax.sip.SipException;
import javax.sip.SipStack;
import javax.sip.address.Hop;
import javax.sip.address.Router;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;

/// Sends a request where [Wire] has said, and never where an address inside a message leads: what
/// strangers and far ends write must not choose whom we talk to. Public because the library makes
/// it by its name.
public final class NextHopRouter implements Router {
  public NextHopRouter(SipStack stack, @Nullable String outboundProxy) {}

  @Override
  public Hop getNextHop(Request request) throws SipException {
    if (((SIPRequest) request).getApplicationData() instanceof Hop hop) return hop;
    throw new SipException("a request without a next hop");
  }

  @Override
  public @Nullable Hop getOutboundProxy() {
    return null;
  }

  @Override
  @SuppressWarnings("deprecation") // the interface still wants it
  public ListIterator<?> getNextHops(Request request) {
    return Collections.emptyListIterator();
  }
}
