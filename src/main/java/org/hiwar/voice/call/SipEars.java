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
  private @Nullable SipListener meanwhile;
  private @Nullable Call call;

  @Override
  public synchronized void happened(SipEvent event) {
    if (call != null) {
      call.heard(event);
      return;
    }
    // Keys pressed before there is a call are for whoever asks for them.
    if (!(event instanceof SipEvent.KeyPressed) && early.size() < CallLimits.WAITING)
      early.add(event);
    if (meanwhile != null) meanwhile.happened(event);
  }

  /// Who hears what happens until the call is stored, from its beginning.
  synchronized void meanwhile(SipListener listener) {
    meanwhile = listener;
    early.forEach(listener::happened);
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
