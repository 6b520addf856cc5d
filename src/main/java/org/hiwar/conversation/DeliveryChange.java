package org.hiwar.conversation;

/// That a message stands otherwise than before.
public record DeliveryChange(ConversationId conversation, long seq, Delivery delivery) {}
