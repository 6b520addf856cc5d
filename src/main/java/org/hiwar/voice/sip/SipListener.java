package org.hiwar.voice.sip;

/// Is told what happens to one call, in order, on the call's own thread. A listener that waits long
/// loses the call: what comes meanwhile is kept only up to a limit.
@FunctionalInterface
public interface SipListener {
  void happened(SipEvent event);
}
