package org.hiwar.voice.sip.jain;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Finds the call that a message belongs to. A dialog is known by our own tag, which is random and
/// unlike every other; so nothing that others choose decides.
final class Registry {
  private final Map<String, Call> byLocalTag = new ConcurrentHashMap<>();
  private final Map<Invite, Call> byInvite = new ConcurrentHashMap<>();

  /// What an INVITE outside of a dialog is known by; a second with the same came twice, on two ways
  /// (RFC 3261 section 8.2.2.2).
  record Invite(String callId, @Nullable String fromTag, long sequence) {}

  void put(String localTag, Call call) {
    byLocalTag.put(localTag, call);
  }

  /// False when it is there already.
  boolean put(Invite invite, Call call) {
    return byInvite.putIfAbsent(invite, call) == null;
  }

  @Nullable Call byLocalTag(@Nullable String tag) {
    return tag == null ? null : byLocalTag.get(tag);
  }

  void forget(Call call, List<String> localTags, @Nullable Invite invite) {
    localTags.forEach(tag -> byLocalTag.remove(tag, call));
    if (invite != null) byInvite.remove(invite, call);
  }

  List<Call> all() {
    return byLocalTag.values().stream().distinct().toList();
  }
}
