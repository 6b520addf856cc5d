package org.hiwar.voice.device;

import org.hiwar.voice.sip.DialString;

/// What an agent telephones with.
public sealed interface AgentDevice {
  /// Unless something else was chosen.
  record Browser() implements AgentDevice {}

  /// A registered telephone, called for each call.
  record Phone(SipPhoneId id) implements AgentDevice {}

  /// A number in the telephone network, called for each call.
  ///
  /// @param number with the country's code where it has one
  record Number(DialString number) implements AgentDevice {}
}
