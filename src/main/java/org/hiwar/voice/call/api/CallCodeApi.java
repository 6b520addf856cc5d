package org.hiwar.voice.call.api;

import java.time.Instant;
import java.util.List;
import org.hiwar.conversation.CallCode;
import org.hiwar.conversation.CallCodeStore;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.platform.Refusal;
import org.hiwar.voice.call.GivenNumbers;
import org.hiwar.voice.call.GivenNumbers.Given;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A number for the customer of a chat, by which a call reaches the same agent.
@RestController
@RequestMapping("/api/conversations/{conversation}/call-code")
@Requires(Privilege.WORK_AT_DESK)
class CallCodeApi {
  private final CallCodeStore codes;
  private final InteractionStore interactions;
  private final GivenNumbers numbers;

  CallCodeApi(CallCodeStore codes, InteractionStore interactions, GivenNumbers numbers) {
    this.codes = codes;
    this.interactions = interactions;
    this.numbers = numbers;
  }

  /// `link` calls the number and dials the code when somebody answers; each comma is a pause of two
  /// seconds or so. `language` is the customer's, in which they are to be told; null: not known.
  record GivenNumber(
      String number, String code, String link, Instant expires, @Nullable String language) {
    static GivenNumber of(Given given, CallCode code, @Nullable String language) {
      var number = given.number().text();
      var link = "tel:" + number + ",," + code.digits();
      return new GivenNumber(number, code.digits(), link, code.expires(), language);
    }
  }

  /// Given again while it lives, the code stays the same and lives longer.
  @PostMapping
  GivenNumber give(CurrentUser agent, @PathVariable ConversationId conversation) {
    var language = language(agent, conversation);
    var given =
        numbers.numberFor(agent.workspace(), language).orElseThrow(CallProblem.NO_NUMBER::refusal);
    return codes
        .give(agent.workspace(), conversation, agent.user(), given.service())
        .map(code -> GivenNumber.of(given, code, language))
        .orElseThrow(Refusal::notFound);
  }

  /// Of the chat that goes on; nobody learns whether there is one who has no part in it.
  private @Nullable String language(CurrentUser agent, ConversationId conversation) {
    return interactions.ofConversations(agent.workspace(), List.of(conversation)).stream()
        .filter(one -> one.medium() == Medium.CHAT && agent.user().equals(one.agent()))
        .reduce((_, later) -> later)
        .map(Interaction::language)
        .orElse(null);
  }
}
