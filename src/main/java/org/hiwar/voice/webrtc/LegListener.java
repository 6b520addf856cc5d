package org.hiwar.voice.webrtc;

/// Is told of every change of a leg's state, in order, on the thread that changes it: must not
/// block.
@FunctionalInterface
public interface LegListener {
  void changed(BrowserLeg leg, LegState state);
}
