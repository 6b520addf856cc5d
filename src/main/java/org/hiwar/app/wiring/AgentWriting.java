package org.hiwar.app.wiring;

import java.util.UUID;
import java.util.function.Consumer;
import org.hiwar.app.web.Failures;
import org.hiwar.conversation.Author;
import org.hiwar.conversation.NewMessage;
import org.hiwar.desktop.api.AgentMessages;
import org.hiwar.desktop.live.DeskSocket;
import org.hiwar.desktop.live.FromDesktop.Write;
import org.hiwar.desktop.wire.WriteAnswer;
import org.hiwar.desktop.wire.WriteAnswer.MessageRefused;
import org.hiwar.desktop.wire.WriteAnswer.MessageWritten;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.limit.Limit;
import org.hiwar.workspace.limit.RateLimits;

/// Messages that come over the desk's socket: limited as requests are, and answered in the same
/// words.
record AgentWriting(AgentMessages messages, RateLimits limits, Failures failures)
    implements DeskSocket.Writing {
  @Override
  public void writes(CurrentUser agent, Write write, Consumer<WriteAnswer> answer) {
    var wait = limits.take(Limit.REQUESTS_OF_USER, agent.user().toString());
    if (!wait.isZero()) {
      answer.accept(
          refused(write.id(), Refusal.tooMany("too-many-requests", "Wait a moment.", wait)));
      return;
    }
    var message =
        new NewMessage(
            write.conversation(),
            write.interaction(),
            write.id(),
            Author.agent(agent.user()),
            write.text(),
            null,
            write.files(),
            null,
            write.note());
    messages
        .write(agent.workspace(), message)
        .whenComplete(
            (written, failure) ->
                answer.accept(
                    failure == null
                        ? new MessageWritten(write.id(), written.seq(), written.at())
                        : refused(write.id(), failures.refusal(failure, "storing a message"))));
  }

  private static WriteAnswer refused(UUID id, Refusal why) {
    return new MessageRefused(id, why.status(), why.code());
  }
}
