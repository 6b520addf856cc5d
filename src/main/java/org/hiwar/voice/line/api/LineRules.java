package org.hiwar.voice.line.api;

import java.util.List;
import java.util.regex.Pattern;
import org.hiwar.platform.OneLine;
import org.hiwar.platform.Refusal;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.NumberPlan;
import org.hiwar.voice.sip.NumberPlan.Dialled;

/// What the fields of telephony may hold, with the sentence for whoever tried something else.
final class LineRules {
  static final int TRUNKS = 50;
  static final int NUMBERS = 10_000;
  private static final int LONGEST = 200;
  private static final int HOSTS = 20;
  private static final int LAST_PORT = 65_535;
  private static final Pattern NAME =
      Pattern.compile("(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9-]+)*\\.?");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  /// What people put between digits.
  private static final Pattern BETWEEN = Pattern.compile("[\\s().\\-/\\u200e\\u200f\\u00a0]");

  private LineRules() {}

  static String name(String name) {
    var stripped = OneLine.typed(name).strip();
    if (!isLine(stripped))
      throw Refusal.invalid(
          "name-invalid", "A name has 1 to " + LONGEST + " characters on one line. Correct it.");
    return stripped;
  }

  static String host(String host) {
    var stripped = host.strip();
    if (!isHost(stripped))
      throw Refusal.invalid(
          "host-invalid",
          "A host is a name such as sip.example.com or an address such as 192.0.2.7, without a port"
              + " and without sip: in front. Correct it.");
    return stripped;
  }

  private static boolean isHost(String host) {
    return NAME.matcher(host).matches() || IPV6.matcher(host).matches();
  }

  static List<String> hosts(List<String> hosts) {
    if (hosts.size() > HOSTS)
      throw Refusal.invalid(
          "hosts-too-many", "A trunk has at most " + HOSTS + " further hosts. Take some away.");
    return hosts.stream().map(LineRules::furtherHost).toList();
  }

  /// With a code of its own: a screen has one field for the host and another for these.
  private static String furtherHost(String host) {
    var stripped = host.strip();
    if (!isHost(stripped))
      throw Refusal.invalid(
          "further-host-invalid",
          "One of the further hosts is neither a name such as media.example.com nor an address such"
              + " as 192.0.2.7. Correct it, or take it away.");
    return stripped;
  }

  static int port(int port) {
    if (port < 1 || port > LAST_PORT)
      throw Refusal.invalid(
          "port-invalid", "A port is a number from 1 to 65535; providers mostly use 5060.");
    return port;
  }

  /// A user name or password, as the provider gave it.
  static String credential(String text) {
    if (!isLine(text))
      throw Refusal.invalid(
          "credentials-invalid",
          "User name and password have 1 to " + LONGEST + " characters on one line. Correct them.");
    return text;
  }

  private static boolean isLine(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.codePoints().noneMatch(LineRules::isNoText);
  }

  /// Control characters, and halves of a pair that stand alone: the database stores neither.
  private static boolean isNoText(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }

  /// A number as it is kept: with the country's code where it has one.
  static DialString number(String typed, String country) {
    var dialled =
        DialString.parse(BETWEEN.matcher(typed).replaceAll("")).orElseThrow(LineRules::noNumber);
    return switch (new NumberPlan(country).read(dialled)) {
      case Dialled.International(var e164, _) -> e164;
      case Dialled.Local(var local) -> {
        if (local.text().startsWith("+")) throw noNumber();
        yield local;
      }
      case Dialled.Emergency _ ->
          throw Refusal.invalid(
              "number-emergency", "This is an emergency number. It cannot be one of yours.");
    };
  }

  private static Refusal noNumber() {
    return Refusal.invalid(
        "number-invalid",
        "This is no telephone number. Write it with the country's code, such as +49 30 23125 101,"
            + " or just as the provider sends it, digits only.");
  }
}
