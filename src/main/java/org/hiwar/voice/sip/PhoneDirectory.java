package org.hiwar.voice.sip;

import org.jspecify.annotations.Nullable;

/// The configured phones of users. May ask a database; called on threads that may wait.
public interface PhoneDirectory {
  /// Null when there is no such phone. Takes as long either way: who asks from outside must not
  /// learn from the time which phones there are.
  @Nullable PhoneAccount find(String user);
}
