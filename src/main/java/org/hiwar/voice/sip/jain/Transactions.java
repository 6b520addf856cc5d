package org.hiwar.voice.sip.jain;

import javax.sip.ClientTransaction;
import javax.sip.message.Response;

/// Who is told what comes of a transaction. Called on threads of the library, so it hands over and
/// returns.
interface Transactions {
  void answered(ClientTransaction transaction, Response response);

  /// No final response came in time (RFC 3261, timers B and F).
  void unanswered(ClientTransaction transaction);
}
