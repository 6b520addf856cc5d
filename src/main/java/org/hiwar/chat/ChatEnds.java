package org.hiwar.chat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.hiwar.chat.ChatSocket.Greeted;
import org.hiwar.conversation.Departures;
import org.hiwar.conversation.EndedBy;
import org.hiwar.conversation.InteractionId;
import org.hiwar.conversation.TypingListener;
import org.hiwar.workspace.WorkspaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What a customer does without writing: types, and ends the chat.
@Component
public class ChatEnds {
  private static final Logger LOG = LoggerFactory.getLogger(ChatEnds.class);
  private static final int TRIES = 10;

  private final ObjectProvider<Departures> departures;
  private final List<TypingListener> listeners = new CopyOnWriteArrayList<>();

  /// The floor stands behind `departures`, and above this package: it is asked for when it is
  /// needed.
  ChatEnds(ObjectProvider<Departures> departures) {
    this.departures = departures;
  }

  public void listen(TypingListener listener) {
    listeners.add(listener);
  }

  void typing(ChatSocket socket, Greeted greeted) {
    if (!socket.typing.take(System.nanoTime())) return;
    greeted
        .view()
        .live()
        .ifPresent(
            live -> {
              for (var listener : listeners)
                listener.customerTypes(greeted.visitor().workspace(), live.conversation());
            });
  }

  /// After what was sent before has been answered: it may be that which began the chat.
  void end(ChatSocket socket, Greeted greeted) {
    socket.lastSend.whenComplete(
        (_, _) ->
            socket.soon(
                () ->
                    greeted
                        .view()
                        .live()
                        .ifPresent(
                            live ->
                                leave(
                                    greeted.visitor().workspace(),
                                    live.interaction(),
                                    EndedBy.CUSTOMER,
                                    TRIES))));
  }

  /// Tells the floor that a customer left; again after a moment when it cannot hear just now.
  void leave(WorkspaceId workspace, InteractionId interaction, EndedBy by, int tries) {
    departures
        .getObject()
        .leave(workspace, interaction, by)
        .whenComplete(
            (done, failure) -> {
              if (failure == null && done) return;
              if (tries > 1)
                CompletableFuture.runAsync(
                    () -> leave(workspace, interaction, by, tries - 1), delayed());
              else LOG.warn("The end of interaction {} was not heard", interaction);
            });
  }

  private static Executor delayed() {
    return CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
  }
}
