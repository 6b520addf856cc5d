package org.hiwar.app.demo.carrier;

import java.util.List;
import java.util.stream.IntStream;
import org.hiwar.voice.sip.DialString;

/// The numbers of the demonstration. 030 23125 is kept free in Germany for films and examples:
/// nobody is reached there by accident.
public final class DemoNumbers {
  public static final String COUNTRY = "DE";
  public static final DialString ENGLISH = new DialString("+493023125101");
  public static final DialString ARABIC = new DialString("+493023125102");
  /// What the trunk to this network is called in the demo workspace, and found by.
  public static final String TRUNK = "Demo network";

  private static final String PREFIX = "+493023125";

  private DemoNumbers() {}

  /// Of the telephones, each of which is a page.
  public static List<DialString> phones() {
    return IntStream.rangeClosed(901, 900 + CarrierLimits.PHONES)
        .mapToObj(end -> new DialString(PREFIX + end))
        .toList();
  }

  /// A number as people here write it: with the country's code, or without it as within the
  /// country. Anything else stays as it is.
  static DialString spelledOut(DialString dialled) {
    var text = dialled.text();
    if (text.startsWith("00")) return DialString.parse("+" + text.substring(2)).orElse(dialled);
    if (text.startsWith("0")) return DialString.parse("+49" + text.substring(1)).orElse(dialled);
    return dialled;
  }
}
