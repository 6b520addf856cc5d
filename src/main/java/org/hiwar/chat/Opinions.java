package org.hiwar.chat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hiwar.chat.ChatSocket.Greeted;
import org.hiwar.chat.FromVisitor.Rate;
import org.hiwar.chat.FromVisitor.Seen;
import org.hiwar.conversation.RatingStore;
import org.hiwar.conversation.SeenListener;
import org.hiwar.conversation.SeenStore;
import org.springframework.stereotype.Component;

/// What customers tell of chats without writing: how far they have read, and what they think of one
/// that is over.
@Component
public class Opinions {
  private final RatingStore ratings;
  private final SeenStore seen;
  private final List<SeenListener> listeners = new CopyOnWriteArrayList<>();

  Opinions(RatingStore ratings, SeenStore seen) {
    this.ratings = ratings;
    this.seen = seen;
  }

  public void listen(SeenListener listener) {
    listeners.add(listener);
  }

  void seen(Greeted greeted, Seen now) {
    var workspace = greeted.visitor().workspace();
    greeted
        .view()
        .live()
        .filter(
            live ->
                seen.seen(
                    workspace,
                    live.conversation(),
                    live.interaction(),
                    now.delivered(),
                    now.read()))
        .ifPresent(live -> listeners.forEach(one -> one.seen(workspace, live.conversation())));
  }

  /// The first word counts. Whoever says something of nothing is not heard.
  void rate(ChatSocket socket, Greeted greeted, Rate rate) {
    greeted
        .view()
        .over()
        .ifPresent(
            interaction -> {
              var kept =
                  ratings.keep(
                      greeted.visitor().workspace(), interaction, rate.stars(), rate.remark());
              socket.tell(new Happened.Said(new ToVisitor.Rated(kept.stars())));
            });
  }
}
