package org.hiwar.voice.call;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.hiwar.voice.call.RecordingRules.Rule;
import org.hiwar.voice.sip.SipEndpoint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Many callers who lose patience at any moment.
@Tag("voice")
@Isolated("counts the calls of the whole application")
class ManyCallsTest {
  private static final int CALLS = 60;

  @Test
  void everyCallHasOneEndAndNothingIsLeft() throws IOException {
    var random = new Random(7);
    try (var centre = new CallWorkspace(1_013, Rule.OFF)) {
      var talks = new ArrayList<Telephone.Talk>();
      for (int i = 0; i < CALLS; i++) {
        var talk = centre.telephone().dials("+4917012345" + (10 + i));
        talks.add(talk);
        if (random.nextBoolean()) talk.hangUp();
        if (random.nextInt(3) == 0) talks.get(random.nextInt(talks.size())).hangUp();
      }
      talks.forEach(Telephone.Talk::close);
      talks.forEach(talk -> talk.heard.untilOver());

      var live = CallWorkspace.bean(LiveCalls.class);
      Await.until(() -> CallWorkspace.bean(SipEndpoint.class).calls() == 0 && live.count() == 0);
      Await.until(() -> open(centre).isEmpty());
      // A caller who hung up at once may still be on the way in.
      Await.until(() -> unended(centre) == 0);
    }
  }

  private static List<Interaction> open(CallWorkspace centre) {
    return CallWorkspace.bean(InteractionStore.class).open(centre.id());
  }

  private static int unended(CallWorkspace centre) {
    return TestDatabase.database()
        .in(
            centre.id().value(),
            db ->
                db.sql("select count(*) from call where workspace = ? and ended is null")
                    .param(centre.id().value())
                    .query(Integer.class)
                    .single());
  }
}
