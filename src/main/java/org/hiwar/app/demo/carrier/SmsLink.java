package org.hiwar.app.demo.carrier;

import java.util.List;
import org.hiwar.app.demo.carrier.ToPhone.CentreNumber;
import org.hiwar.voice.sip.DialString;

/// The network's connection to the contact centre for SMS.
interface SmsLink {
  /// The senders of the contact centre, which are written to.
  List<CentreNumber> senders();

  /// Brings it to the contact centre, and does not wait for that.
  ///
  /// @param failed called when the contact centre has not taken it
  void send(DialString from, DialString to, String text, Runnable failed);

  /// There is none.
  SmsLink NONE =
      new SmsLink() {
        @Override
        public List<CentreNumber> senders() {
          return List.of();
        }

        @Override
        public void send(DialString from, DialString to, String text, Runnable failed) {
          failed.run();
        }
      };
}
