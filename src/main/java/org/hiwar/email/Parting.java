package org.hiwar.email;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hiwar.email.ThreadChangeStore.Placed;

/// What leaves a thread with one of its mails.
final class Parting {
  private Parting() {}

  /// A mail with all that answer it, or answer an answer.
  static Set<Placed> withAnswers(List<Placed> all, long mail) {
    var found = new LinkedHashSet<Placed>();
    var messageIds = new HashSet<String>();
    int before = -1;
    while (before < found.size()) {
      before = found.size();
      for (var one : all)
        if ((one.id() == mail || one.names(messageIds))
            && found.add(one)
            && !one.messageId().isEmpty()) messageIds.add(one.messageId());
    }
    return found;
  }

  /// The Message-IDs by which an answer is told to belong to these mails and not to those.
  static Set<String> named(Set<Placed> parted, List<Placed> stay) {
    var named = new HashSet<String>();
    for (var one : parted) {
      named.addAll(one.references());
      named.add(one.inReplyTo());
    }
    for (var one : stay) {
      named.removeAll(one.references());
      named.remove(one.inReplyTo());
      named.remove(one.messageId());
    }
    parted.forEach(one -> named.add(one.messageId()));
    named.remove("");
    return named;
  }
}
