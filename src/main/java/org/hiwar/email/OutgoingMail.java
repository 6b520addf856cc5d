package org.hiwar.email;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.hiwar.channel.OutgoingFile;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;
import org.hiwar.email.mime.Characters;
import org.hiwar.email.mime.Mailbox;
import org.hiwar.email.mime.MimeLimits;
import org.jspecify.annotations.Nullable;

/// A mail that is to be sent. Nothing in it can begin a line of the header (security row 17): what
/// is no address or Message-ID cannot be made into one of these, and names and subject are one
/// line.
///
/// @param replyTo null: to `from`
/// @param messageId without brackets, as the others
/// @param inReplyTo empty: it answers nothing
/// @param auto whether a program has written it, so that no program answers (RFC 3834)
record OutgoingMail(
    Mailbox from,
    @Nullable Mailbox replyTo,
    List<Mailbox> to,
    List<Mailbox> cc,
    String subject,
    String messageId,
    String inReplyTo,
    List<String> references,
    Instant date,
    String text,
    List<OutgoingFile> files,
    boolean auto) {
  private static final Pattern ID = Pattern.compile("[\\x21-\\x3b\\x3d\\x3f-\\x7e]{1,400}");

  OutgoingMail {
    from = safe(from);
    replyTo = replyTo == null ? null : safe(replyTo);
    to = to.stream().map(OutgoingMail::safe).toList();
    cc = cc.stream().map(OutgoingMail::safe).toList();
    if (to.isEmpty()) throw new IllegalArgumentException("a mail goes to somebody");
    subject = Characters.line(subject, MimeLimits.SUBJECT_CHARACTERS);
    require(messageId);
    if (!inReplyTo.isEmpty()) require(inReplyTo);
    references = List.copyOf(references);
    references.forEach(OutgoingMail::require);
    files = List.copyOf(files);
  }

  private static void require(String id) {
    if (!ID.matcher(id).matches()) throw new IllegalArgumentException("no Message-ID");
  }

  /// Whether nothing in it could end the address before its end.
  static boolean isAddress(String address) {
    return address
        .codePoints()
        .noneMatch(c -> c <= ' ' || c == 0x7F || "<>,;:\\\"()[]".indexOf(c) >= 0);
  }

  private static Mailbox safe(Mailbox box) {
    var address =
        Addresses.normalised(AddressKind.EMAIL, box.address(), "")
            .filter(OutgoingMail::isAddress)
            .orElseThrow(() -> new IllegalArgumentException("no address"));
    return new Mailbox(Characters.line(box.name(), MimeLimits.NAME_CHARACTERS), address);
  }
}
