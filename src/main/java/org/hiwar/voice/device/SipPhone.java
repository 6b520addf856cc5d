package org.hiwar.voice.device;

import org.hiwar.voice.sip.digest.Secret;
import org.hiwar.workspace.UserId;

/// A telephone that may register, for the calls of one user.
///
/// @param login the name it registers with, unique in the installation
/// @param secret what its password is kept as
public record SipPhone(SipPhoneId id, String name, UserId owner, String login, Secret secret) {
  /// Shown to phones when they are asked for their password; part of every [#secret], so that a
  /// change of it would make all of them useless.
  public static final String REALM = "hiwar";

  /// Of one workspace.
  public static final int MOST = 10_000;
}
