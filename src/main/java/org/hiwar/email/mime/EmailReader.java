package org.hiwar.email.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RecursionMode;
import org.hiwar.channel.ChannelLimits;
import org.jspecify.annotations.Nullable;

/// Reads a mail as it came. The parser is walked step by step, so that a mail of a hundred thousand
/// parts, or of parts within parts without end, is put down before it costs anything.
public final class EmailReader {
  private static final MimeConfig CONFIG =
      new MimeConfig.Builder()
          .setMaxLineLen(-1) // bounded by the size of the mail
          .setMaxHeaderCount(MimeLimits.HEADER_LINES)
          .setMaxHeaderLen(MimeLimits.HEADER_BYTES)
          .setMaxContentLen(-1)
          .build();

  private final Charsets charsets;
  private final EncodedWords words;
  private final Mailboxes mailboxes;

  /// @param language (ar, en…) that customers of this mailbox write; empty: not known
  public EmailReader(String language) {
    charsets = new Charsets(language);
    words = new EncodedWords(charsets);
    mailboxes = new Mailboxes(words);
  }

  /// Beyond a limit.
  static final class Beyond extends Exception {
    private static final long serialVersionUID = 1;
    final String code;

    Beyond(String code, String detail) {
      super(detail, null, false, false);
      this.code = code;
    }
  }

  public EmailReading read(byte[] raw) {
    if (raw.length > ChannelLimits.ITEM_BYTES)
      return new EmailReading.Unreadable("email-too-large", raw.length + " bytes");
    try {
      return read(walk(raw));
    } catch (Beyond e) {
      return new EmailReading.Unreadable(e.code, String.valueOf(e.getMessage()));
    } catch (MaxHeaderLimitException | MaxHeaderLengthLimitException e) {
      return new EmailReading.Unreadable("email-header", String.valueOf(e.getMessage()));
    } catch (MimeException | IOException e) {
      return new EmailReading.Unreadable("email-broken", String.valueOf(e.getMessage()));
    }
  }

  private Parts walk(byte[] raw) throws MimeException, IOException, Beyond {
    var stream = new MimeTokenStream(CONFIG);
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(new ByteArrayInputStream(raw));
    var parts = new Parts(charsets, words);
    var header = new ArrayList<HeaderFields.Field>();
    for (var state = stream.getState(); ; state = stream.next()) {
      switch (state) {
        case T_START_HEADER -> header.clear();
        case T_FIELD -> header.add(field(stream.getField()));
        case T_END_HEADER -> parts.header(new HeaderFields(header));
        case T_START_MULTIPART -> parts.enter();
        case T_END_MULTIPART -> parts.leave();
        case T_BODY -> parts.body(stream.getDecodedInputStream());
        case T_END_OF_STREAM -> {
          return parts;
        }
        case T_START_MESSAGE,
            T_END_MESSAGE,
            T_RAW_ENTITY,
            T_PREAMBLE,
            T_EPILOGUE,
            T_START_BODYPART,
            T_END_BODYPART -> {}
      }
    }
  }

  private HeaderFields.Field field(Field field) {
    var raw = field.getRaw();
    var line =
        raw == null
            ? field.getName() + ":" + field.getBody()
            : charsets.text(raw.toByteArray(), "");
    int colon = line.indexOf(':');
    var value = line.substring(colon + 1).replaceAll("\r?\n|\r", "").strip();
    return new HeaderFields.Field(field.getName().strip().toLowerCase(Locale.ROOT), value);
  }

  private EmailReading read(Parts parts) {
    var headers = parts.top();
    var from = mailboxes.read(headers.all("from"));
    if (from.isEmpty())
      return new EmailReading.Unreadable(
          "email-no-sender", Characters.line(headers.first("from"), 200));
    var bodies = parts.bodies();
    return new EmailReading.Read(
        new ReadEmail(
            headers,
            from.getFirst(),
            from.stream().map(Mailbox::address).distinct().count() > 1,
            mailboxes.read(headers.all("reply-to")),
            mailboxes.read(headers.all("to")),
            mailboxes.read(headers.all("cc")),
            Characters.line(words.decode(headers.first("subject")), MimeLimits.SUBJECT_CHARACTERS),
            date(headers.first("date")),
            headers.messageIds("message-id").stream().findFirst().orElse(""),
            headers.messageIds("in-reply-to"),
            headers.messageIds("references"),
            Bodies.text(bodies),
            Bodies.html(bodies),
            parts.files(),
            parts.report()));
  }

  /// Null: there is none that can be understood, or none that can be.
  private static @Nullable Instant date(String value) {
    if (value.isEmpty()) return null;
    var date =
        DateTimeFieldLenientImpl.PARSER
            .parse(new RawField("Date", value), org.apache.james.mime4j.codec.DecodeMonitor.SILENT)
            .getDate();
    if (date == null) return null;
    var at = date.toInstant();
    return at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("2200-01-01T00:00:00Z"))
        ? null
        : at;
  }
}
