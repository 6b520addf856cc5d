package org.hiwar.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.hiwar.channel.AccountId;
import org.hiwar.email.mime.Mailbox;
import org.junit.jupiter.api.Test;

/// To whom answers go, and what stands below them.
class RecipientsTest {
  private static final List<String> OURS = List.of("orders@shop.example", "help@shop.example");
  private static final Mailbox LAYLA = box("layla@customer.example");

  private static Mailbox box(String address) {
    return new Mailbox("", address);
  }

  private static List<String> addresses(List<Mailbox> boxes) {
    return boxes.stream().map(Mailbox::address).toList();
  }

  private static Recipients answer(Email.Parties parties, boolean all) {
    return Recipients.ofAnswer(parties, all, OURS);
  }

  @Test
  void anAnswerGoesToWhoeverWroteOrWhereTheyWantIt() {
    var to = List.of(box("orders@shop.example"));
    assertThat(addresses(answer(new Email.Parties(LAYLA, to, List.of(), List.of()), false).to()))
        .containsExactly("layla@customer.example");
    var elsewhere = List.of(box("bookings@customer.example"), box("help@shop.example"));
    assertThat(addresses(answer(new Email.Parties(LAYLA, to, List.of(), elsewhere), false).to()))
        .containsExactly("bookings@customer.example");
  }

  @Test
  void anAnswerToAllGoesToNobodyTwiceAndNeverToOurselves() {
    var to =
        List.of(
            box("orders+haaaaaaaaaaaaaaaaaaaa@shop.example"),
            box("office@customer.example"),
            box("Help@Shop.example"));
    var cc =
        List.of(
            box("Office@Customer.example"),
            box("LAYLA@customer.example"),
            box("sami@customer.example"));
    var all = answer(new Email.Parties(LAYLA, to, cc, List.of()), true);
    assertThat(addresses(all.to())).containsExactly("layla@customer.example");
    assertThat(addresses(all.cc()))
        .containsExactly("office@customer.example", "sami@customer.example");
    assertThat(answer(new Email.Parties(LAYLA, to, cc, List.of()), false).cc()).isEmpty();
  }

  @Test
  void whatWeWroteGoesToTheSamePeopleAgain() {
    var ours =
        new Email.Parties(
            box("orders@shop.example"),
            List.of(LAYLA),
            List.of(box("sami@customer.example")),
            List.of());
    assertThat(addresses(answer(ours, false).to())).containsExactly("layla@customer.example");
    assertThat(addresses(answer(ours, true).cc())).containsExactly("sami@customer.example");
  }

  private static Email mail(String text) {
    return new Email(
        1,
        new AccountId(1),
        1,
        null,
        null,
        "a@x",
        "",
        List.of(),
        new Email.Parties(
            new Mailbox("Layla", LAYLA.address()),
            List.of(box("orders@shop.example")),
            List.of(),
            List.of()),
        "My booking",
        text,
        "",
        null,
        Why.NEW,
        List.of(),
        Instant.parse("2026-11-22T10:14:30Z"));
  }

  @Test
  void theMailThatIsAnsweredStandsBelowLineByLine() {
    assertThat(Quotes.below("Yes.\n", mail("Can I?\n\n> before"), true))
        .isEqualTo(
            "Yes.\n\nOn 2026-11-22 10:14 UTC, Layla <layla@customer.example> wrote:\n"
                + "> Can I?\n> \n>> before");
    assertThat(Quotes.below("نعم", mail("هل يمكنني؟"), true))
        .isEqualTo(
            "نعم\n\nكتب Layla <layla@customer.example> في 2026-11-22 10:14 UTC:\n> هل يمكنني؟");
  }

  @Test
  void theMailThatIsPassedOnIsWhole() {
    assertThat(Quotes.below("", mail("Can I?"), false))
        .isEqualTo(
            "---------- Forwarded message ----------\n"
                + "From: Layla <layla@customer.example>\n"
                + "To: orders@shop.example\n"
                + "Date: 2026-11-22 10:14 UTC\n"
                + "Subject: My booking\n\nCan I?");
    var most = EmailLimits.TEXT_CHARACTERS;
    assertThat(Quotes.below("See", mail("x".repeat(most)), false)).hasSizeLessThanOrEqualTo(most);
  }
}
