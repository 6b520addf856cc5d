package org.hiwar.voice.call;

import java.time.Duration;
import org.hiwar.voice.sip.DialString;
import org.hiwar.workspace.UserId;
import org.jspecify.annotations.Nullable;

/// How far a call is. [CallLife] has the transitions.
sealed interface Phase {
  /// After which the phase ends by itself; null for the phases in which people talk or wait, which
  /// the signalling and the silence of the far end limit.
  @Nullable Duration limit();

  /// An agent wants to call; the floor is being asked.
  record Prepared(UserId agent) implements Phase {
    @Override
    public Duration limit() {
      return CallLimits.PREPARING;
    }
  }

  /// The agent's device is being reached, and nobody else was called yet.
  record ReachingFirst(UserId agent) implements Phase {
    @Override
    public Duration limit() {
      return CallLimits.REACHING;
    }
  }

  /// Nothing was heard of the number yet.
  record Dialling(UserId agent) implements Phase {
    @Override
    public Duration limit() {
      return CallLimits.DIALLING;
    }
  }

  /// It rings there.
  record Ringing(UserId agent) implements Phase {
    @Override
    public Duration limit() {
      return CallLimits.DIALLING;
    }
  }

  /// Answered, and no agent has it: the customer hears music.
  record Waiting() implements Phase {
    @Override
    public @Nullable Duration limit() {
      return null;
    }
  }

  /// @param held the customer hears music, and the agent nothing
  record Talking(UserId agent, boolean held) implements Phase {
    @Override
    public @Nullable Duration limit() {
      return null;
    }
  }

  /// The agent's phone or number rings, and the customer hears music.
  record Reaching(UserId agent) implements Phase {
    @Override
    public Duration limit() {
      return CallLimits.REACHING;
    }
  }

  /// The agent's browser is away: the customer hears music until it is back.
  record Stranded(UserId agent, boolean held) implements Phase {
    @Override
    public Duration limit() {
      return CallLimits.STRANDED;
    }
  }

  /// It stayed away: the floor was asked for another agent.
  record Returning(UserId agent) implements Phase {
    @Override
    public Duration limit() {
      return CallLimits.RETURNING;
    }
  }

  /// The agent has asked somebody in, who is being called; the customer hears music.
  record Asking(UserId agent, Guest guest) implements Phase {
    @Override
    public Duration limit() {
      return switch (guest) {
        case Guest.Colleague _ -> CallLimits.ASKING;
        case Guest.Number _ -> CallLimits.DIALLING;
      };
    }
  }

  /// Somebody whom the agent has asked in has answered.
  record Consulting(UserId agent, Guest guest, With with) implements Phase {
    @Override
    public @Nullable Duration limit() {
      return null;
    }
  }

  /// The browser of one of those who consult is away, of the agent or of the colleague; when it is
  /// back they go on as before.
  record Apart(Consulting from, UserId away) implements Phase {
    @Override
    public Duration limit() {
      return CallLimits.STRANDED;
    }

    boolean isWithoutAgent() {
      return away.equals(from.agent());
    }
  }

  /// The agent has sent the customer to a number, which is being called; the agent still holds the
  /// call, for the case that nobody answers there.
  record Forwarding(UserId agent, DialString to) implements Phase {
    @Override
    public Duration limit() {
      return CallLimits.DIALLING;
    }
  }

  /// The same without the agent, who did not wait for an answer.
  record HandedOver(DialString to) implements Phase {
    @Override
    public Duration limit() {
      return CallLimits.DIALLING;
    }
  }

  /// Customer and number talk through us.
  record Forwarded(DialString to) implements Phase {
    @Override
    public @Nullable Duration limit() {
      return null;
    }
  }

  /// We hang up.
  record Leaving(CallEnd end) implements Phase {
    @Override
    public Duration limit() {
      return CallLimits.LEAVING;
    }
  }

  record Over(CallEnd end) implements Phase {
    @Override
    public @Nullable Duration limit() {
      return null;
    }
  }
}
