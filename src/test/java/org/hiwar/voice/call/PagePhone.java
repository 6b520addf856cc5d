package org.hiwar.voice.call;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.hiwar.testing.Await;
import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.VisitorClient;
import org.hiwar.voice.webrtc.BrowserPhone;
import org.jspecify.annotations.Nullable;

/// A customer with the chat open, and a Chromium for the sound of the calls that they raise there.
final class PagePhone implements AutoCloseable {
  final VisitorClient visitor;
  final BrowserPhone browser;
  private final PageServer page;
  private volatile UUID call = UUID.randomUUID();

  PagePhone(CallWorkspace centre, int hertz) throws IOException {
    var server = URI.create(RunningHiwar.origin());
    visitor = new VisitorClient(server, centre.slug(), "web");
    visitor.connect();
    browser = new BrowserPhone(hertz);
    page = new PageServer(this::answer);
  }

  /// Raises a call, and speaks.
  void calls() {
    call = UUID.randomUUID();
    browser.open(page.page());
    browser.awaitState("connected");
    browser.speak();
  }

  private PageServer.Answered answer(String offer) {
    visitor.call(call, offer);
    Await.until(() -> sdp() != null);
    return new PageServer.Answered(200, String.valueOf(sdp()));
  }

  private @Nullable String sdp() {
    return visitor.heard("callAnswer").stream()
        .filter(frame -> frame.get("call").asString().equals(call.toString()))
        .map(frame -> frame.get("sdp").asString())
        .findFirst()
        .orElse(null);
  }

  void hangsUp() {
    visitor.hangUp(call);
  }

  void isTold(String state) {
    Await.until(() -> visitor.call(call).path("state").asString("").equals(state));
  }

  /// A member of what was told last; empty for null.
  String told(String member) {
    return visitor.call(call).path(member).asString("");
  }

  @Override
  public void close() {
    browser.close();
    page.close();
    visitor.close();
  }
}
