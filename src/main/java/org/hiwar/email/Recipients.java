package org.hiwar.email;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hiwar.email.mime.Mailbox;

/// To whom a mail goes: nobody twice, and never ourselves, whichever of our addresses it is.
///
/// @param to may be empty
record Recipients(List<Mailbox> to, List<Mailbox> cc) {
  Recipients {
    to = List.copyOf(to);
    cc = List.copyOf(cc);
  }

  /// An answer. What was written to us is answered to whoever wrote it, or where they want it; what
  /// we wrote goes to the same people again.
  ///
  /// @param all also to everybody else who got it
  /// @param ours every address at which we get mail
  static Recipients ofAnswer(Email.Parties parties, boolean all, Collection<String> ours) {
    boolean own = isOurs(parties.from(), ours);
    var back = parties.replyTo().isEmpty() ? List.of(parties.from()) : parties.replyTo();
    var to = own ? parties.to() : back;
    var others =
        Stream.concat(own ? Stream.of() : parties.to().stream(), parties.cc().stream()).toList();
    return new Recipients(to, all ? others : List.of()).without(ours);
  }

  /// Nobody twice, and none of ours.
  Recipients without(Collection<String> ours) {
    var first = new LinkedHashMap<String, Mailbox>();
    to.stream().filter(box -> !isOurs(box, ours)).forEach(box -> first.putIfAbsent(key(box), box));
    var second = new LinkedHashMap<String, Mailbox>();
    cc.stream()
        .filter(box -> !isOurs(box, ours) && !first.containsKey(key(box)))
        .forEach(box -> second.putIfAbsent(key(box), box));
    return new Recipients(new ArrayList<>(first.values()), new ArrayList<>(second.values()));
  }

  private static boolean isOurs(Mailbox box, Collection<String> ours) {
    return ours.stream().anyMatch(address -> ThreadToken.isOurs(address, box.address()));
  }

  private static String key(Mailbox box) {
    return box.address().toLowerCase(Locale.ROOT);
  }
}
