package org.hiwar.chat;

import org.hiwar.chat.ChatSocket.Greeted;
import org.hiwar.chat.FromVisitor.Rate;
import org.hiwar.conversation.RatingStore;
import org.springframework.stereotype.Component;

/// What customers think of chats that are over.
@Component
class Opinions {
  private final RatingStore ratings;

  Opinions(RatingStore ratings) {
    this.ratings = ratings;
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
