package org.hiwar.channel.matrix;

import java.util.Optional;
import org.hiwar.contact.AddressKind;
import tools.jackson.databind.JsonNode;

/// One channel with a customer at its far end, as strangers use it: telephones, browsers, message
/// centres, mail servers, providers.
public interface Side extends AutoCloseable {
  /// As interactions name it.
  String channel();

  /// Where the customer is found on it, as an agent notes it with the contact.
  record Noted(AddressKind kind, String value) {}

  /// Empty: an agent can note nothing, for the customer comes by themselves.
  Optional<Noted> address();

  /// The customer writes first, or calls.
  void begin(String words) throws Exception;

  /// The agent has accepted what the customer began.
  default void accepted() throws Exception {}

  /// The agent writes or calls, out of a conversation; answers in which one that is.
  String reach(Reaching agent, JsonNode conversation, String words) throws Exception;

  /// The agent writes or calls anew, out of a saved activity: the contact and how it is called are
  /// all that is known; answers in which conversation that is.
  String reachAnew(Reaching agent, String contact, String words) throws Exception;

  /// Whether the customer has it.
  boolean got(String words) throws Exception;

  /// The customer answers.
  void answer(String words) throws Exception;

  /// Whether the answer is with the agent, in this conversation.
  default boolean answered(JsonNode conversation, String words) {
    return conversation
        .path("messages")
        .valueStream()
        .filter(message -> message.path("text").asString("").contains(words))
        .anyMatch(message -> isOfThis(conversation, message.path("interaction").asString("")));
  }

  private boolean isOfThis(JsonNode conversation, String interaction) {
    return conversation
        .path("interactions")
        .valueStream()
        .anyMatch(
            one ->
                one.path("id").asString("").equals(interaction)
                    && one.path("channel").asString("").equals(channel()));
  }

  @Override
  void close();
}
