package org.hiwar.sms.text;

import org.hiwar.contact.Trust;

/// How far the sender of a text message is to be believed (decision 23).
public final class SenderTrust {
  private SenderTrust() {}

  /// The provider stands for a number; a name in its place is what somebody chose to be called.
  public static Trust of(String sender) {
    return sender.chars().anyMatch(Character::isLetter) ? Trust.PRESENTED : Trust.ATTESTED;
  }
}
