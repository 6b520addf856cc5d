package org.hiwar.sms.smpp;

import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;

/// An address as SMPP has it: a number of the telephone network without its plus, a short code, or
/// a name (SMPP 3.4, 5.2.5 and 5.2.6).
record Peer(TypeOfNumber ton, NumberingPlanIndicator npi, String digits) {
  static Peer of(String address) {
    if (address.startsWith("+"))
      return new Peer(
          TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, address.substring(1));
    boolean number = address.chars().allMatch(c -> c >= '0' && c <= '9');
    return number
        ? new Peer(TypeOfNumber.NETWORK_SPECIFIC, NumberingPlanIndicator.UNKNOWN, address)
        : new Peer(TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, address);
  }
}
