package org.hiwar.desktop.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hiwar.conversation.ConversationId;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.InHand;
import org.hiwar.conversation.InHandStore;
import org.hiwar.conversation.Interaction;
import org.hiwar.conversation.MessageStore;
import org.hiwar.conversation.Participant;
import org.hiwar.desktop.wire.ConversationView;
import org.hiwar.desktop.wire.Named;
import org.hiwar.desktop.wire.Supervision;
import org.hiwar.desktop.wire.Supervision.SupervisedAgent;
import org.hiwar.desktop.wire.Supervision.SupervisedPart;
import org.hiwar.desktop.wire.Supervision.SupervisedWork;
import org.hiwar.floor.Floors;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.Sight;
import org.hiwar.workspace.TeamSupervisorStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.WorkspaceId;
import org.hiwar.workspace.access.CurrentUser;
import org.jspecify.annotations.Nullable;

/// What supervisors see of the work of others: who has what in hand, from the database and with the
/// presence that the floor knows, and one conversation of it as whoever looks on sees it. Whose
/// work that is, is read anew each time: whoever is made a supervisor of a team sees it at once.
public final class SupervisionViews {
  /// More than anybody looks through.
  private static final int MOST = 500;

  private final InHandStore inHand;
  private final ConversationStore conversations;
  private final UserStore users;
  private final TeamSupervisorStore supervisors;
  private final Floors floors;
  private final Catalogs catalogs;
  private final ConversationViews views;

  public SupervisionViews(
      InHandStore inHand,
      ConversationStore conversations,
      MessageStore messages,
      UserStore users,
      TeamSupervisorStore supervisors,
      Floors floors,
      Catalogs catalogs,
      MessageViews messageViews,
      CallSource calls,
      AccountNames accounts,
      Postponements postponements) {
    this.inHand = inHand;
    this.conversations = conversations;
    this.users = users;
    this.supervisors = supervisors;
    this.floors = floors;
    this.catalogs = catalogs;
    this.views =
        new ConversationViews(
            conversations, messages, catalogs, messageViews, calls, accounts, postponements);
  }

  /// How somebody stands to a conversation that agents have in hand, or that waits.
  ///
  /// @param own they are in it themselves
  /// @param theirs an agent of whom they see the work has it in hand
  public record Standing(boolean own, boolean theirs) {
    public boolean isSeen() {
      return own || theirs;
    }
  }

  /// Such a conversation as somebody sees it who only looks.
  public record Seen(ConversationView conversation, Standing standing) {}

  public Supervision of(CurrentUser by) {
    var workspace = by.workspace();
    var sight = sight(by);
    var page = inHand.of(workspace, sight, MOST);
    var names = users.names(workspace, people(page));
    var byAgent = new LinkedHashMap<UserId, Map<ConversationId, List<InHand>>>();
    for (var one : page.first())
      byAgent
          .computeIfAbsent(one.agent(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(one.conversation(), _ -> new ArrayList<>())
          .add(one);
    var agents = new ArrayList<SupervisedAgent>();
    byAgent.forEach(
        (agent, its) ->
            agents.add(
                new SupervisedAgent(
                    agent,
                    names.getOrDefault(agent, ""),
                    floors
                        .agent(workspace, agent)
                        .map(PresenceViews::of)
                        .orElseGet(PresenceViews::stranger),
                    work(workspace, its.values(), page, names))));
    agents.sort(Comparator.comparing(SupervisedAgent::name));
    return new Supervision(teams(sight), agents, page.all() - page.first().size());
  }

  private Sight sight(CurrentUser by) {
    return by.may(Privilege.SUPERVISE_ALL_TEAMS)
        ? new Sight.Everybody()
        : supervisors.sight(by.workspace(), by.user());
  }

  private static @Nullable List<Named> teams(Sight sight) {
    return switch (sight) {
      case Sight.Everybody _ -> null;
      case Sight.OfTeams(var teams, _) ->
          teams.stream().map(one -> Named.of(one.id(), one.name())).toList();
    };
  }

  private static Set<UserId> people(InHandStore.Page page) {
    var people = new HashSet<UserId>();
    for (var one : page.first()) people.add(one.agent());
    for (var guests : page.guests().values()) for (var one : guests) people.add(one.agent());
    return people;
  }

  /// Each query sees what is committed by then: what has changed its contact in between is there
  /// the next time.
  private List<SupervisedWork> work(
      WorkspaceId workspace,
      Collection<List<InHand>> its,
      InHandStore.Page page,
      Map<UserId, String> names) {
    var catalog = catalogs.of(workspace);
    var all = new ArrayList<SupervisedWork>();
    for (var parts : its) {
      var first = parts.getFirst();
      var contact = page.people().get(first.contact());
      if (contact == null) continue;
      all.add(
          new SupervisedWork(
              first.conversation(),
              contact,
              catalog.service(first.service()),
              first.since(),
              page.awaiting().get(first.conversation()),
              parts.stream()
                  .map(i -> new SupervisedPart(i.interaction(), i.medium(), i.channel(), i.live()))
                  .toList(),
              guests(parts, page, names)));
    }
    return all;
  }

  /// Who has come in, each once.
  private static List<Named> guests(
      List<InHand> parts, InHandStore.Page page, Map<UserId, String> names) {
    return parts.stream()
        .flatMap(one -> page.guests().getOrDefault(one.interaction(), List.of()).stream())
        .filter(one -> one.joinedAt() != null)
        .map(one -> Named.of(one.agent(), names.getOrDefault(one.agent(), "")))
        .distinct()
        .toList();
  }

  /// Empty: there is none of which something is not over.
  public Optional<Seen> seen(CurrentUser by, ConversationId id) {
    return views.read(by.workspace(), Set.of(id)).stream()
        .filter(one -> isOpen(one.interactions()))
        .findFirst()
        .map(
            one ->
                new Seen(
                    views.seen(by.workspace(), by.user(), one),
                    standing(by, one.interactions(), one.participants().values())));
  }

  /// Empty as above.
  public Optional<Standing> standing(CurrentUser by, ConversationId id) {
    return conversations.whole(by.workspace(), Set.of(id)).stream()
        .filter(one -> isOpen(one.interactions()))
        .findFirst()
        .map(one -> standing(by, one.interactions(), one.participants().values()));
  }

  private static boolean isOpen(List<Interaction> interactions) {
    return interactions.stream().anyMatch(one -> one.endedAt() == null);
  }

  private Standing standing(
      CurrentUser by, List<Interaction> interactions, Collection<List<Participant>> beside) {
    var agents =
        interactions.stream()
            .filter(one -> one.endedAt() == null)
            .map(Interaction::agent)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    boolean theirs =
        switch (sight(by)) {
          case Sight.Everybody _ -> true;
          case Sight.OfTeams(_, var seen) -> agents.stream().anyMatch(seen::contains);
        };
    return new Standing(agents.contains(by.user()) || isGuest(beside, by.user()), theirs);
  }

  private static boolean isGuest(Collection<List<Participant>> beside, UserId by) {
    return beside.stream()
        .flatMap(List::stream)
        .anyMatch(one -> one.open() && one.joinedAt() != null && one.agent().equals(by));
  }
}
