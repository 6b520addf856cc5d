package org.hiwar.email.mime;

import java.util.ArrayList;
import java.util.List;
import org.hiwar.contact.AddressKind;
import org.hiwar.contact.Addresses;

/// Reads lists of addresses (RFC 5322, 3.4) as people and programs really write them: with groups,
/// comments, quotes that never end. Names are decoded only after the list is taken apart, so that
/// no encoded comma makes two people of one.
final class Mailboxes {
  private final EncodedWords words;

  Mailboxes(EncodedWords words) {
    this.words = words;
  }

  /// What is no address is left out.
  List<Mailbox> read(List<String> fields) {
    var found = new ArrayList<Mailbox>();
    for (var field : fields)
      for (var item : items(field)) {
        if (found.size() >= MimeLimits.ADDRESSES) return found;
        add(item, found);
      }
    return found;
  }

  /// One item of the list while it is read.
  private static final class Item {
    final StringBuilder outside = new StringBuilder();
    final StringBuilder inside = new StringBuilder();
    final StringBuilder comment = new StringBuilder();
    boolean angle;
  }

  private static List<Item> items(String text) {
    var items = new ArrayList<Item>();
    var item = new Item();
    boolean quoted = false;
    boolean within = false;
    int comments = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && (quoted || comments > 0)) {
        (comments > 0 ? item.comment : item.outside).append(text.charAt(++i));
      } else if (quoted) {
        if (c == '"') quoted = false;
        else (within ? item.inside : item.outside).append(c);
      } else if (c == '(') {
        comments++;
      } else if (comments > 0) {
        if (c == ')') comments--;
        else item.comment.append(c);
      } else if (c == '"') {
        quoted = true;
      } else if (c == '<') {
        within = true;
        item.angle = true;
        item.inside.setLength(0);
      } else if (c == '>') {
        within = false;
      } else if (within) {
        item.inside.append(c);
      } else if (EncodedWords.end(text, i) > i) {
        int end = EncodedWords.end(text, i);
        item.outside.append(text, i, end);
        i = end - 1;
      } else if (c == ',' || c == ';') {
        items.add(item);
        item = new Item();
      } else if (c == ':') {
        item = new Item(); // what a group is called
      } else item.outside.append(c);
    }
    items.add(item);
    return items;
  }

  private void add(Item item, List<Mailbox> found) {
    var typed = (item.angle ? item.inside : item.outside).toString().strip();
    if (item.angle) typed = typed.substring(typed.lastIndexOf(':') + 1); // an old route before it
    var name = item.angle ? item.outside.toString() : item.comment.toString();
    Addresses.normalised(AddressKind.EMAIL, typed, "")
        .filter(address -> Characters.plain(address) && address.indexOf('"') < 0)
        .ifPresent(address -> found.add(new Mailbox(shown(name), address)));
  }

  private String shown(String name) {
    var line = Characters.line(words.decode(name), MimeLimits.NAME_CHARACTERS);
    return line.length() > 1 && line.startsWith("'") && line.endsWith("'")
        ? line.substring(1, line.length() - 1)
        : line;
  }
}
