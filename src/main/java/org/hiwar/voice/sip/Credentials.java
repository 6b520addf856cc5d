package org.hiwar.voice.sip;

/// What a provider has given us to log in with. Never shown: not in a log, not in a trace.
public record Credentials(String user, String password) {
  @Override
  public String toString() {
    return "Credentials of " + user;
  }
}
