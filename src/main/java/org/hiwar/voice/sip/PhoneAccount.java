package org.hiwar.voice.sip;

import org.hiwar.voice.sip.digest.Secret;

/// A phone that may register.
///
/// @param user the name it registers with, unique in the installation
public record PhoneAccount(String user, Secret secret) {}
