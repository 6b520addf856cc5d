package org.hiwar.template;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hiwar.channel.Account;
import org.hiwar.channel.Accounts;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.UserStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks around where an agent writes.
@Component
class Scenes {
  private final InteractionStore interactions;
  private final Accounts accounts;
  private final ServiceStore services;
  private final UserStore users;

  Scenes(InteractionStore interactions, Accounts accounts, ServiceStore services, UserStore users) {
    this.interactions = interactions;
    this.accounts = accounts;
    this.services = services;
    this.users = users;
  }

  Scene at(Templates.Place place) {
    var conversation = place.conversation();
    var newest =
        conversation == null
            ? List.<Interaction>of()
            : interactions.ofConversations(place.workspace(), List.of(conversation)).reversed();
    var account =
        Optional.ofNullable(place.account()).flatMap(id -> accounts.find(place.workspace(), id));
    var about =
        Stream.concat(
                newest.stream().map(Interaction::service), account.stream().map(Account::service))
            .distinct()
            .toList();
    return new Scene(about, languages(place, newest, account), names(place, about));
  }

  private static List<String> languages(
      Templates.Place place, List<Interaction> newest, Optional<Account> account) {
    return Stream.of(
            Stream.ofNullable(place.contact().language()),
            newest.stream().map(Interaction::language),
            account.stream().map(Account::language),
            Stream.ofNullable(place.language()))
        .flatMap(each -> each)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private Map<Variable, String> names(Templates.Place place, List<ServiceId> about) {
    var names = new EnumMap<Variable, String>(Variable.class);
    put(names, Variable.CUSTOMER_NAME, place.contact().name());
    put(
        names,
        Variable.AGENT_NAME,
        users.names(place.workspace(), List.of(place.agent())).get(place.agent()));
    about.stream()
        .findFirst()
        .flatMap(service -> services.find(place.workspace(), service))
        .map(Service::name)
        .ifPresent(name -> put(names, Variable.SERVICE_NAME, name));
    return names;
  }

  private static void put(Map<Variable, String> names, Variable variable, @Nullable String value) {
    if (value != null && !value.isBlank()) names.put(variable, value.strip());
  }
}
