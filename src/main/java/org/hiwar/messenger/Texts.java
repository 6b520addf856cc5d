package org.hiwar.messenger;

import java.util.ArrayList;
import java.util.List;
import org.hiwar.channel.Incoming;
import org.hiwar.contact.Sender;
import org.hiwar.conversation.ConversationLimits;
import org.hiwar.conversation.FileName;
import org.hiwar.platform.OneLine;

/// Texts of customers as we can store them.
public final class Texts {
  private Texts() {}

  /// Without NUL, which PostgreSQL cannot keep, and without halves of surrogate pairs, which are no
  /// characters.
  public static String clean(String text) {
    if (OneLine.isStorable(text)) return text;
    var clean = new StringBuilder();
    text.codePoints().filter(Texts::storable).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean storable(int c) {
    return c != 0 && Character.getType(c) != Character.SURROGATE;
  }

  /// At most so many characters, never half of one.
  public static String cut(String text, int most) {
    return OneLine.cut(text, most);
  }

  /// As the other side said it, for experts.
  public static String detail(String said) {
    return cut(clean(said).strip(), MessengerLimits.DETAIL_CHARACTERS);
  }

  /// A file's name as [FileName] makes it safe; `fallback` when nothing is left.
  public static String fileName(String said, String fallback) {
    return FileName.safe(said, fallback);
  }

  /// One message as it is stored. Providers allow somewhat longer texts than a message of ours may
  /// have: the rest becomes a second one, so that nothing is lost.
  public static List<Incoming> whole(Incoming message) {
    var parts = new ArrayList<Incoming>();
    var rest = clean(message.text()).strip();
    do {
      var part = cut(rest, ConversationLimits.MESSAGE_CHARACTERS);
      rest = rest.substring(part.length()).stripLeading();
      var name = message.externalId() + (parts.isEmpty() ? "" : "/" + (parts.size() + 1));
      parts.add(
          new Incoming(
              name,
              message.from(),
              part,
              message.writtenAt(),
              message.thread(),
              parts.isEmpty() ? message.files() : List.of(),
              rest.isEmpty() && parts.isEmpty() ? message.change() : null));
    } while (!rest.isEmpty());
    return parts;
  }

  /// With a name that we can store.
  public static Sender clean(Sender sender) {
    var name = sender.name();
    if (name == null) return sender;
    var clean = OneLine.of(name, MessengerLimits.NAME_CHARACTERS);
    return new Sender(
        sender.address(), sender.also(), clean.isEmpty() ? null : clean, sender.language());
  }
}
