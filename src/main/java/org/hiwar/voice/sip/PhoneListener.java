package org.hiwar.voice.sip;

/// Hears of phones that register. Must not block.
@FunctionalInterface
public interface PhoneListener {
  /// @param user that it registers with
  /// @param registered false: it took its registration back, or did not renew it in time
  void changed(String user, boolean registered);
}
