package org.hiwar.app.demo.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;

/// What a person reads of a mail: its text and the names of its files.
///
/// @param text cut off where it is endless; empty: it has none
record MailText(String text, List<String> files) {
  static MailText of(Part mail) throws MessagingException, IOException {
    var files = new ArrayList<String>();
    var text = text(mail, files).orElse("").strip();
    if (text.length() > MailLimits.SHOWN_CHARACTERS)
      text = text.substring(0, MailLimits.SHOWN_CHARACTERS);
    return new MailText(text, List.copyOf(files));
  }

  private static Optional<String> text(Part part, List<String> files)
      throws MessagingException, IOException {
    var name = part.getFileName();
    if (name != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      files.add(name == null ? "?" : name);
      return Optional.empty();
    }
    return switch (part.getContent()) {
      case Multipart parts when part.isMimeType("multipart/alternative") ->
          alternative(parts, files);
      case Multipart parts -> first(parts, files);
      case String text when part.isMimeType("text/html") ->
          Optional.of(Jsoup.parse(text).body().wholeText());
      case String text -> Optional.of(text);
      default -> Optional.empty();
    };
  }

  /// The plain one, if there is one.
  private static Optional<String> alternative(Multipart parts, List<String> files)
      throws MessagingException, IOException {
    for (int i = 0; i < parts.getCount(); i++)
      if (parts.getBodyPart(i).isMimeType("text/plain")) return text(parts.getBodyPart(i), files);
    return first(parts, files);
  }

  private static Optional<String> first(Multipart parts, List<String> files)
      throws MessagingException, IOException {
    Optional<String> found = Optional.empty();
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      var text = text(part, files);
      if (found.isEmpty()) found = text;
    }
    return found;
  }
}
