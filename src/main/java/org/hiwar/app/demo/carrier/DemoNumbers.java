package org.hiwar.app.demo.carrier;

import java.util.List;
import java.util.stream.IntStream;
import org.hiwar.voice.sip.DialString;

/// The numbers of the demonstration. 030 23125 and 0176 040690 are kept free in Germany for films
/// and examples: nobody is reached there by accident.
public final class DemoNumbers {
  public static final String COUNTRY = "DE";
  public static final DialString ENGLISH = new DialString("+493023125101");
  public static final DialString ARABIC = new DialString("+493023125102");
  /// What the trunk to this network is called in the demo workspace, and found by.
  public static final String TRUNK = "Demo network";

  private static final String MOBILE = "+49176040690";
  private static final String LANDLINE = "+493023125";

  private DemoNumbers() {}

  /// Those from which the contact centre writes SMS, too.
  static List<DialString> senders() {
    return List.of(ENGLISH, ARABIC);
  }

  /// Of the telephones, each of which is a page. They are mobile ones: others get no SMS.
  public static List<DialString> phones() {
    return IntStream.rangeClosed(1, CarrierLimits.PHONES)
        .mapToObj(end -> new DialString(MOBILE + "%02d".formatted(end)))
        .toList();
  }

  /// Whether there is such a number of a customer, at which somebody may answer one day: that of a
  /// telephone, or a landline, where nobody ever is.
  static boolean isCustomer(DialString number) {
    return phones().contains(number) || number.text().startsWith(LANDLINE + "9");
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
