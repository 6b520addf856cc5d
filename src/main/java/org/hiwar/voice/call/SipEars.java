package org.hiwar.voice.call;

import java.util.ArrayList;
import java.util.List;
import org.hiwar.voice.sip.SipEvent;
import org.hiwar.voice.sip.SipListener;
import org.jspecify.annotations.Nullable;

/// Hears what happens to a call that has come in, and keeps it for as long as the call is being
/// stored.
final class SipEars implements SipListener {
  private final List<SipEvent> early = new ArrayList<>();
  private @Nullable Call call;

  @Override
  public synchronized void happened(SipEvent event) {
    if (call != null) call.heard(event);
    else if (early.size() < CallLimits.WAITING) early.add(event);
  }

  synchronized void silent() {
    if (call != null) call.tell(new Happening.FarEndSilent());
  }

  synchronized void belongTo(Call stored) {
    call = stored;
    early.forEach(stored::heard);
    early.clear();
  }
}
