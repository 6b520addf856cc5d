package org.hiwar.app.wiring;

import java.util.Comparator;
import java.util.Optional;
import org.hiwar.template.ServiceNumbers;
import org.hiwar.voice.call.GivenNumbers;
import org.hiwar.voice.line.PhoneNumber;
import org.hiwar.voice.line.PhoneNumberStore;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What templates want to know of telephony.
@Configuration(proxyBeanMethods = false)
class TemplateWiring {

  @Bean
  ServiceNumbers serviceNumbers(PhoneNumberStore numbers) {
    return (workspace, service, language) -> numberOf(numbers, workspace, service, language);
  }

  /// That of the service, in this language first; a service of chats has none, then the one that a
  /// customer of a chat is given.
  private static Optional<String> numberOf(
      PhoneNumberStore numbers,
      WorkspaceId workspace,
      @Nullable ServiceId service,
      String language) {
    return numbers.all(workspace).stream()
        .filter(one -> one.service().equals(service) && one.number().text().startsWith("+"))
        .min(Comparator.comparingInt(one -> unfit(one, language)))
        .map(one -> one.number().text())
        .or(
            () ->
                numbers
                    .numberFor(workspace, language)
                    .map(GivenNumbers.Given::number)
                    .map(number -> number.text()));
  }

  private static int unfit(PhoneNumber number, String language) {
    if (language.equals(number.language())) return 0;
    return number.language() == null ? 1 : 2;
  }
}
