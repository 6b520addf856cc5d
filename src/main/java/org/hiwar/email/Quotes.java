package org.hiwar.email;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hiwar.email.mime.Characters;
import org.hiwar.email.mime.Mailbox;

/// The mail that stands below an answer, or that is passed on, in the language in which it is.
final class Quotes {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Quotes() {}

  /// What an agent has written, and below it the other mail; as much of that as there is room for.
  ///
  /// @param answer each line is marked; else it is passed on as it is
  static String below(String text, Email quoted, boolean answer) {
    boolean arabic = MailText.isArabic(quoted.text().isBlank() ? quoted.subject() : quoted.text());
    var below = answer ? answered(quoted, arabic) : passedOn(quoted, arabic);
    var all = text.isBlank() ? below : text.stripTrailing() + "\n\n" + below;
    return all.length() <= EmailLimits.TEXT_CHARACTERS
        ? all
        : Characters.lines(all, EmailLimits.TEXT_CHARACTERS);
  }

  private static String answered(Email quoted, boolean arabic) {
    var who = named(quoted.parties().from());
    var heading =
        arabic
            ? "كتب " + who + " في " + date(quoted.at()) + ":"
            : "On " + date(quoted.at()) + ", " + who + " wrote:";
    return heading
        + "\n"
        + quoted
            .text()
            .lines()
            .map(line -> line.startsWith(">") ? ">" + line : "> " + line)
            .collect(Collectors.joining("\n"));
  }

  private static String passedOn(Email quoted, boolean arabic) {
    var parties = quoted.parties();
    var words =
        arabic
            ? List.of("رسالة معاد توجيهها", "من", "إلى", "التاريخ", "الموضوع")
            : List.of("Forwarded message", "From", "To", "Date", "Subject");
    return "---------- "
        + words.get(0)
        + " ----------\n"
        + line(words.get(1), named(parties.from()))
        + line(
            words.get(2),
            parties.to().stream().map(Quotes::named).collect(Collectors.joining(", ")))
        + line(words.get(3), date(quoted.at()))
        + line(words.get(4), quoted.subject())
        + "\n"
        + quoted.text();
  }

  private static String line(String word, String value) {
    return word + ": " + value + "\n";
  }

  private static String date(Instant at) {
    return DATE.format(at);
  }

  private static String named(Mailbox box) {
    return box.name().isEmpty() ? box.address() : box.name() + " <" + box.address() + ">";
  }
}
