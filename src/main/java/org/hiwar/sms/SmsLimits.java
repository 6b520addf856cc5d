package org.hiwar.sms;

/// How much there may be of what concerns the channel itself; connections have limits of their own
/// ([org.hiwar.sms.smpp.SmppLimits]).
final class SmsLimits {
  /// Of one message that goes out: some ten segments of Latin letters, or twice as many of others.
  static final int CHARACTERS = 1_600;
  /// Of the name that is shown in place of a number (3GPP TS 23.040, 9.1.2.5).
  static final int SENDER_NAME = 11;

  private SmsLimits() {}
}
