package org.hiwar.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Random;
import org.hiwar.channel.ChannelLimits;
import org.hiwar.channel.IncomingFile;
import org.hiwar.email.mime.EmailReading.Read;
import org.hiwar.email.mime.EmailReading.Unreadable;
import org.junit.jupiter.api.Test;

/// Mail as it is met: right, sloppy, broken and hostile. All of it was made for these tests.
class EmailReaderTest {
  private static final EmailReader READER = new EmailReader("ar");
  private static final String HEAD =
      "From: Layla <Layla@Customer.example>\r\nTo: us@hiwar.example\r\nMIME-Version: 1.0\r\n";

  private static ReadEmail read(byte[] raw) {
    return ((Read) READER.read(raw)).email();
  }

  private static ReadEmail read(String raw) {
    return read(raw.getBytes(UTF_8));
  }

  private static String refused(String raw) {
    return ((Unreadable) READER.read(raw.getBytes(UTF_8))).code();
  }

  private static byte[] together(String head, byte[] body) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(UTF_8));
    all.writeBytes(body);
    return all.toByteArray();
  }

  @Test
  void anOrdinaryMailIsRead() {
    var mail =
        read(
            HEAD
                + "Cc: \"Doe, Jane\" <jane@x.example>, (boss) bob@x.example\r\n"
                + "Reply-To: orders@customer.example\r\n"
                + "Subject: My\r\n booking\r\nDate: Fri, 20 Nov 2026 10:00:00 +0300\r\n"
                + "Message-ID: <a1@customer.example>\r\nIn-Reply-To: <b2@hiwar.example>\r\n"
                + "References: <c3@x.example>\r\n <b2@hiwar.example>\r\n\r\nHello\r\nthere\r\n");
    assertThat(mail.from()).isEqualTo(new Mailbox("Layla", "layla@customer.example"));
    assertThat(mail.cc())
        .containsExactly(
            new Mailbox("Doe, Jane", "jane@x.example"), new Mailbox("boss", "bob@x.example"));
    assertThat(mail.replyTo())
        .extracting(Mailbox::address)
        .containsExactly("orders@customer.example");
    assertThat(mail.subject()).isEqualTo("My booking");
    assertThat(mail.date()).isEqualTo(Instant.parse("2026-11-20T07:00:00Z"));
    assertThat(mail.messageId()).isEqualTo("a1@customer.example");
    assertThat(mail.inReplyTo()).containsExactly("b2@hiwar.example");
    assertThat(mail.references()).containsExactly("c3@x.example", "b2@hiwar.example");
    assertThat(mail.text()).isEqualTo("Hello\nthere");
    assertThat(mail.html()).isEmpty();
    assertThat(mail.files()).isEmpty();
    assertThat(mail.report()).isNull();
  }

  @Test
  void ofAlternativesTheTextIsReadAndTheHtmlKept() {
    var mail =
        read(
            HEAD
                + "Content-Type: multipart/mixed; boundary=m\r\n\r\n"
                + "preamble\r\n"
                + "--m\r\n"
                + "Content-Type: multipart/alternative; boundary=\"a\"\r\n\r\n"
                + "--a\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
                + "مرحبا\r\n"
                + "--a\r\n"
                + "Content-Type: multipart/related; boundary=r\r\n\r\n"
                + "--r\r\n"
                + "Content-Type: text/html; charset=utf-8\r\n\r\n"
                + "<p>مرحبا <img src=cid:logo>\r\n"
                + "--r\r\n"
                + "Content-Type: image/png\r\n"
                + "Content-ID: <logo>\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + "iVBORw0KGgoA\r\n"
                + "--r--\r\n"
                + "--a--\r\n"
                + "--m\r\n"
                + "Content-Type: application/pdf; name*0=\"fa\"; name*1=\"tura.pdf\"\r\n"
                + "Content-Disposition: attachment;"
                + " filename*=UTF-8''%D9%81%D8%A7%D8%AA%D9%88%D8%B1%D8%A9.pdf\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getEncoder().encodeToString("%PDF-1.7".getBytes(UTF_8))
                + "\r\n--m--\r\nepilogue");
    assertThat(mail.text()).isEqualTo("مرحبا");
    assertThat(mail.html()).contains("cid:logo");
    assertThat(mail.files())
        .extracting(IncomingFile::name)
        .containsExactly("picture.png", "فاتورة.pdf");
    assertThat(mail.files())
        .extracting(IncomingFile::type)
        .containsExactly("image/png", "application/pdf");
    assertThat(mail.files().getFirst().cid()).isEqualTo("logo");
  }

  @Test
  void arabicIsReadInEveryCharsetThatMailsHave() {
    var text = "السلام عليكم، أريد تغيير الحجز";
    for (var charset : new String[] {"windows-1256", "iso-8859-6", "utf-8", "cp1256", "UTF-16BE"}) {
      var bytes = text.replace("،", "").getBytes(Charset.forName(charset));
      var head =
          HEAD
              + "Content-Type: text/plain; charset=\""
              + charset
              + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n";
      assertThat(read(together(head, Base64.getMimeEncoder().encode(bytes))).text())
          .as(charset)
          .isEqualTo(text.replace("،", ""));
    }
    // What says nothing, nonsense or something plainly wrong.
    var old = text.getBytes(Charset.forName("windows-1256"));
    for (var says :
        new String[] {"", "; charset=x-unknown", "; charset=utf-8", "; charset=\"\u0001\""})
      assertThat(read(together(HEAD + "Content-Type: text/plain" + says + "\r\n\r\n", old)).text())
          .as(says)
          .isEqualTo(text);
  }

  @Test
  void wordsOfHeadersAreDecodedEvenWhenALetterIsCutInTwo() {
    var bytes = "حجز".getBytes(UTF_8);
    var encoder = Base64.getEncoder();
    var first = encoder.encodeToString(java.util.Arrays.copyOf(bytes, 3));
    var second = encoder.encodeToString(java.util.Arrays.copyOfRange(bytes, 3, bytes.length));
    assertThat(
            read(HEAD
                    + "Subject: =?utf-8?B?"
                    + first
                    + "?=\r\n =?UTF-8?b?"
                    + second
                    + "?= now\r\n\r\nx")
                .subject())
        .isEqualTo("حجز now");
    assertThat(read(HEAD + "Subject: =?windows-1256?Q?=CD=CC=D2_1?=\r\n\r\nx").subject())
        .isEqualTo("حجز 1");
    assertThat(read(HEAD + "Subject: حجز\r\n\r\nx").subject()).isEqualTo("حجز");
    assertThat(
            read(HEAD + "Subject: =?nothing?X?=?= =?utf-8?B?!?= =?utf-8?Q?=Z?=\r\n\r\nx").subject())
        .isNotBlank();
  }

  @Test
  void noHeaderBringsAnotherLineOrTurnsTheWriting() {
    var mail =
        read(
            HEAD.replace("Layla <", "=?utf-8?Q?Bank=0D=0ABcc:_x@y.example=E2=80=AE?= <")
                + "Subject: =?utf-8?Q?one=0D=0ATo:_evil@x.example=00?=\r\n\r\nx");
    assertThat(mail.from().name()).isEqualTo("Bank Bcc: x@y.example");
    assertThat(mail.subject()).isEqualTo("one To: evil@x.example");
    assertThat(mail.from().address()).isEqualTo("layla@customer.example");
    assertThat(read("From: =?utf-8?Q?a@x.example,?= <b@y.example>\r\n\r\nx").from().address())
        .isEqualTo("b@y.example");
  }

  @Test
  void brokenMailsAreReadAsFarAsTheyGo() {
    // The last boundary is missing.
    assertThat(
            read(HEAD + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nhello").text())
        .isEqualTo("hello");
    // There is no boundary at all.
    assertThat(read(HEAD + "Content-Type: multipart/mixed\r\n\r\nhello").from().address())
        .isEqualTo("layla@customer.example");
    // Bare line feeds, a line that is no header, no body.
    assertThat(read("From: a@x.example\nthis is no header\nSubject: s\n\nhello").subject())
        .isEqualTo("s");
    assertThat(read("From: a@x.example\r\n").text()).isEmpty();
    // Base64 that is none, and a length that does not fit.
    assertThat(read(HEAD + "Content-Transfer-Encoding: base64\r\n\r\n!!!=aGVsbG8\r\n").text())
        .isNotNull();
    // A quote that never ends.
    assertThat(read("From: \"Layla <a@x.example>\r\nFrom: b@x.example\r\n\r\nx").from().address())
        .isEqualTo("b@x.example");
    // Only HTML.
    assertThat(
            read(HEAD
                    + "Content-Type: text/html\r\n\r\n"
                    + "<style>p{}</style><p>One<p>Two<br>Three<script>no</script>")
                .text())
        .isEqualTo("One\n\nTwo\nThree");
    // A body with what no database keeps.
    assertThat(read(HEAD + "\r\na\u0000b\u0007c").text()).isEqualTo("abc");
  }

  @Test
  void aMailWithoutASenderIsSetAside() {
    assertThat(refused("")).isEqualTo("email-no-sender");
    assertThat(refused("Subject: x\r\n\r\nx")).isEqualTo("email-no-sender");
    assertThat(refused("From: undisclosed\r\n\r\nx")).isEqualTo("email-no-sender");
  }

  @Test
  void whatIsNestedAHundredDeepIsSetAside() {
    assertThat(refused(nested(100))).isEqualTo("email-too-deep");
    assertThat(refused(nested(20_000))).isEqualTo("email-too-deep");
    assertThat(read(nested(20)).text()).isEqualTo("deep");
  }

  private static String nested(int depth) {
    var mail = new StringBuilder(HEAD);
    for (int i = 0; i < depth; i++)
      mail.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("x\r\n\r\n--b")
          .append(i)
          .append("x\r\n");
    return mail.append("\r\ndeep").toString();
  }

  @Test
  void whatHasTooManyPartsFilesOrHeadersIsSetAside() {
    var mixed = HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
    assertThat(refused(mixed + "--b\r\n\r\nx\r\n".repeat(200_000)))
        .isEqualTo("email-too-many-parts");
    assertThat(refused(mixed + "--b\r\nContent-Type: image/png\r\n\r\nx\r\n".repeat(101)))
        .isEqualTo("email-too-many-files");
    assertThat(refused(HEAD + "X-A: b\r\n".repeat(100_000))).isEqualTo("email-header");
    assertThat(refused(HEAD + "X-A: " + "b".repeat(2_000_000))).isEqualTo("email-header");
    assertThat(((Unreadable) READER.read(new byte[ChannelLimits.ITEM_BYTES + 1])).code())
        .isEqualTo("email-too-large");
  }

  @Test
  void aLongTextIsCutAndALargeFileIsKeptWhole() {
    var file = new byte[20 * 1024 * 1024];
    new Random(1).nextBytes(file);
    var head =
        HEAD
            + "Content-Type: application/octet-stream; name=large.bin\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n";
    var mail = read(together(head, Base64.getMimeEncoder().encode(file)));
    assertThat(mail.files().getFirst().content()).isEqualTo(file);
    assertThat(read(HEAD + "\r\n" + "a".repeat(5_000_000)).text())
        .hasSize(MimeLimits.TEXT_CHARACTERS);
  }

  @Test
  void whatAServerReportsIsNoFile() {
    var mail =
        read(
            HEAD
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
                + "--b\r\n\r\n"
                + "Could not be delivered\r\n"
                + "--b\r\n"
                + "Content-Type: message/delivery-status\r\n\r\n"
                + "Reporting-MTA: dns; mx.example\r\n\r\n"
                + "Action: failed\r\n"
                + "Status: 5.1.1\r\n\r\n"
                + "--b\r\n"
                + "Content-Type: message/rfc822\r\n\r\n"
                + "From: us@hiwar.example\r\n"
                + "Message-ID:\r\n"
                + " <ours@hiwar.example>\r\n\r\n"
                + "x\r\n"
                + "--b--\r\n");
    assertThat(mail.text()).isEqualTo("Could not be delivered");
    assertThat(mail.files()).isEmpty();
    var report = Objects.requireNonNull(mail.report());
    assertThat(report.about()).containsExactly("ours@hiwar.example");
    assertThat(report.status()).contains("Status: 5.1.1");
  }

  @Test
  void aMailInAMailIsAFile() {
    var mail =
        read(
            HEAD
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\n\r\n"
                + "look\r\n"
                + "--b\r\n"
                + "Content-Type: message/rfc822\r\n\r\n"
                + "From: evil@x.example\r\n"
                + "Subject: inner\r\n\r\n"
                + "inner\r\n"
                + "--b--");
    assertThat(mail.text()).isEqualTo("look");
    assertThat(mail.from().address()).isEqualTo("layla@customer.example");
    assertThat(mail.files()).extracting(IncomingFile::name).containsExactly("message.eml");
  }

  /// Whatever is changed in a mail, it is read or set aside: nothing is thrown.
  @Test
  void noMailBreaksTheReader() {
    var good =
        (HEAD
                + "Subject: =?utf-8?B?2K3YrNiy?=\r\n"
                + "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n"
                + "--b\r\n"
                + "Content-Type: text/html; charset=windows-1256\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                + "<p>=CD=CC=D2</p>\r\n"
                + "--b\r\n"
                + "Content-Disposition: attachment; filename*0*=utf-8''a%20; filename*1=b\r\n\r\n"
                + "file\r\n"
                + "--b--\r\n")
            .getBytes(UTF_8);
    var random = new Random(20_261_121);
    int understood = 0;
    for (int round = 0; round < 20_000; round++) {
      var mail = good.clone();
      for (int change = random.nextInt(8); change >= 0; change--) {
        int at = random.nextInt(mail.length);
        mail[at] =
            switch (random.nextInt(4)) {
              case 0 -> (byte) random.nextInt(256);
              case 1 -> (byte) "\r\n\"<>()=?;:,*%-\\\0".charAt(random.nextInt(17));
              case 2 -> mail[random.nextInt(mail.length)];
              default -> (byte) (mail[at] ^ 1 << random.nextInt(8));
            };
      }
      var cut =
          new String(mail, ISO_8859_1).substring(0, mail.length - random.nextInt(mail.length / 4));
      if (READER.read(cut.getBytes(ISO_8859_1)) instanceof Read) understood++;
    }
    assertThat(understood).isGreaterThan(10_000);
  }
}
