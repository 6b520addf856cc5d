package org.hiwar.voice.line.api;

import org.hiwar.voice.sip.Refusal;
import org.hiwar.voice.sip.Trunk;

/// What is wrong with a trunk, and what to do, for a person who knows telephones, not SIP.
final class TrunkWords {
  private TrunkWords() {}

  static String hostUnknown(Trunk trunk) {
    return "The name "
        + trunk.host()
        + " is not known. Compare it with what the provider gave you, and see that this server may"
        + " ask for names (DNS).";
  }

  static String noAnswer(Trunk trunk) {
    return "Nobody answers at "
        + place(trunk)
        + ". Compare host, port and transport with what the provider gave you, and see that no"
        + " firewall is between.";
  }

  static String answers(Trunk trunk) {
    return "The provider answers at "
        + place(trunk)
        + ". Whether it takes your calls shows a call; it must know the address of this server.";
  }

  static String registered(Trunk trunk) {
    return "The provider answers at " + place(trunk) + " and has accepted your log-in.";
  }

  static String goesOn() {
    return "The provider answers, but has not accepted your log-in yet. Try again in some seconds.";
  }

  static String notRegistered(Trunk trunk, Refusal why) {
    return switch (why.why()) {
      case NOT_ALLOWED ->
          "The provider does not accept the user name or the password. Enter both once more; after"
              + " several wrong ones a provider may refuse the right ones for a while.";
      case NO_SUCH_NUMBER ->
          "The provider does not know the user name at "
              + trunk.host()
              + ". Compare user name and host with what it gave you.";
      case UNREACHABLE -> "The provider is there but does not answer to the log-in. " + why.words();
      case BUSY, NO_ANSWER, DECLINED, REDIRECTED, UNSUITABLE, NOT_UNDERSTOOD, FAILED ->
          "The provider refuses the log-in with " + why.status() + ". " + why.words();
    };
  }

  private static String place(Trunk trunk) {
    return trunk.host() + ", port " + trunk.port() + ", over " + trunk.transport();
  }
}
