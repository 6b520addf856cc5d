package org.hiwar.voice.call;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hiwar.conversation.Calls;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.VisitorCalls;
import org.hiwar.voice.webrtc.OfferOutcome;
import org.hiwar.voice.webrtc.WebRtcPort;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The calls that customers raise from pages: their browsers are ends of calls like telephones,
/// without a network between them and us.
public final class WebCalls implements VisitorCalls, CallListener {
  private static final Logger LOG = LoggerFactory.getLogger(WebCalls.class);

  private final WebRtcPort port;
  private final Desk desk;
  private final AtomicInteger open = new AtomicInteger();
  private final Map<CallKey, WebCall> byKey = new ConcurrentHashMap<>();

  /// What each of them needs to become a call.
  record Desk(CallOffice office, Calls conversations, LiveCalls calls) {}

  public WebCalls(WebRtcPort port, CallOffice office, Calls conversations, LiveCalls calls) {
    this.port = port;
    desk = new Desk(office, conversations, calls);
  }

  @Override
  public Raised raise(WorkspaceId workspace, Wanted wanted, Consumer<Standing> told) {
    if (open.incrementAndGet() > CallLimits.FROM_PAGES) {
      open.decrementAndGet();
      LOG.warn("A call from a page was refused: there are {} already", CallLimits.FROM_PAGES);
      return new Raised.Refused(End.FULL);
    }
    if (wanted.offer().length() > CallLimits.OFFER) return refused("The offer is too long.");
    var call = new WebCall(desk, workspace, wanted, told, byKey, open::decrementAndGet);
    return switch (port.answer(wanted.offer(), call)) {
      case OfferOutcome.Answered(var leg, var answer) -> new Raised.Connecting(leg::close, answer);
      case OfferOutcome.Refused(var sentence) -> refused(sentence);
    };
  }

  private Raised refused(String why) {
    open.decrementAndGet();
    LOG.info("A call from a page was refused: {}", why);
    return new Raised.Refused(End.FAILED);
  }

  /// How many there are, those that are connecting included.
  public int count() {
    return open.get();
  }

  @Override
  public void changed(WorkspaceId workspace, InteractionId interaction) {
    var call = byKey.get(new CallKey(workspace, interaction));
    if (call != null) call.look();
  }
}
