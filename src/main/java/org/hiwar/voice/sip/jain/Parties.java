package org.hiwar.voice.sip.jain;

import javax.sip.address.Address;
import org.jspecify.annotations.Nullable;

/// Who speaks with whom, as the headers say it.
///
/// @param remoteTag null until the other side has given one
record Parties(
    String callId, Address local, String localTag, Address remote, @Nullable String remoteTag) {
  Parties with(String tag) {
    return new Parties(callId, local, localTag, remote, tag);
  }
}
