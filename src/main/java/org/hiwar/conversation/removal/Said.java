package org.hiwar.conversation.removal;

/// Some of what was said, by its ids: interactions, their messages, and the conversations that they
/// are in, of which there may be more than these interactions.
public record Said(long[] conversations, long[] interactions, long[] messages) {
  boolean isNothing() {
    return interactions.length == 0;
  }
}
