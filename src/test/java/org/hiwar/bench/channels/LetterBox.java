package org.hiwar.bench.channels;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hiwar.email.MailHouse;

/// Mails as people write them: a text and the same as HTML, with what they answer below it. Four
/// make a thread; those of twenty threads come mixed.
final class LetterBox {
  private static final int OF_A_THREAD = 4;
  private static final int MIXED = 20;

  private LetterBox() {}

  /// For SQL's `like`.
  static String subjects(String run) {
    return "%Order " + run + "-%";
  }

  static void fill(MailHouse house, String run, int mails) {
    for (int i = 0; i < mails; i++) {
      int block = i / (MIXED * OF_A_THREAD);
      int within = i % (MIXED * OF_A_THREAD);
      house.comes(mail(run, block * MIXED + within % MIXED, within / MIXED));
    }
  }

  /// The mail with this number, from 0, of a thread.
  static String mail(String run, int thread, int number) {
    var before =
        IntStream.range(0, number).mapToObj(n -> id(run, thread, n)).collect(Collectors.toList());
    var answers =
        number == 0
            ? ""
            : "In-Reply-To: "
                + before.getLast()
                + "\nReferences: "
                + String.join(" ", before)
                + "\n";
    var subject = (number == 0 ? "" : "Re: ") + "Order " + run + "-" + thread;
    var words = "The parcel has not come yet, could you please see where it is? ".repeat(8);
    var quoted = "> We are sorry to hear that, and look at it.\n".repeat(10 * (number + 1));
    return """
    From: Customer %2$d <writer%2$d@example.com>
    To: %3$s
    Subject: %4$s
    Message-ID: %5$s
    %6$sDate: Sat, 21 Nov 2026 10:00:00 +0000
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary="b%1$s"

    --b%1$s
    Content-Type: text/plain; charset=utf-8

    %7$s (%8$d)

    %9$s
    --b%1$s
    Content-Type: text/html; charset=utf-8

    <html><body style="font-family: sans-serif"><p>%7$s (%8$d)</p><blockquote><p>%10$s</p></blockquote></body></html>
    --b%1$s--
    """
        .formatted(
            run,
            thread,
            MailHouse.OURS,
            subject,
            id(run, thread, number),
            answers,
            words,
            number,
            quoted,
            quoted.replace("> ", "").replace("\n", "<br>\n"));
  }

  private static String id(String run, int thread, int number) {
    return "<" + run + "." + thread + "." + number + "@mail.example.com>";
  }
}
