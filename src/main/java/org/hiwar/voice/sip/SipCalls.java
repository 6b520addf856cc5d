package org.hiwar.voice.sip;

/// Takes the calls that come in.
@FunctionalInterface
public interface SipCalls {
  /// Called on the thread of the call. Returns who is told what happens to it.
  SipListener incoming(IncomingCall call);
}
