package org.hiwar.testing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hiwar.chat.ChatEntry;
import org.hiwar.chat.ChatEntryStore;
import org.hiwar.chat.EntryId;
import org.hiwar.floor.Floors;
import org.hiwar.workspace.Disposition;
import org.hiwar.workspace.DispositionId;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.NotReadyReason;
import org.hiwar.workspace.NotReadyReasonStore;
import org.hiwar.workspace.ReasonId;
import org.hiwar.workspace.Role;
import org.hiwar.workspace.Service;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.ServicesListener;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillId;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.Team;
import org.hiwar.workspace.TeamId;
import org.hiwar.workspace.TeamStore;
import org.hiwar.workspace.TeamSupervisorStore;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserSkill;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.WorkspaceId;

/// A workspace of one test, in the running application, where customers can chat: a service, the
/// languages `ar` and `en`, an entry `web` (English), dispositions and a reason for not being
/// ready.
public final class ChatWorkspace {
  public static final String ENTRY = "web";

  private final TestWorkspace workspace = TestWorkspace.fresh();
  private final Service service;
  private final Service voice;
  private final Service mail;
  private final SkillId arabic;
  private final SkillId english;
  private final DispositionId resolved;
  private final ReasonId lunch;

  private ChatWorkspace(UnaryOperator<Rules> change) {
    var rules = change.apply(Rules.USUAL);
    service = service("Orders", Medium.CHAT, rules);
    voice = service("Orders by telephone", Medium.VOICE, rules);
    bean(ServiceStore.class).add(workspace.id(), service);
    mail = service("Orders by mail", Medium.EMAIL, rules);
    bean(ServiceStore.class).add(workspace.id(), voice);
    bean(ServiceStore.class).add(workspace.id(), mail);
    arabic = language("ar");
    english = language("en");
    resolved = new DispositionId(id());
    bean(DispositionStore.class)
        .add(
            workspace.id(),
            new Disposition(
                resolved, Set.of(), "RESOLVED", null, Disposition.Kind.SUCCESS, true, 1));
    lunch = new ReasonId(id());
    bean(NotReadyReasonStore.class)
        .add(workspace.id(), new NotReadyReason(lunch, "LUNCH", null, 1));
    bean(ChatEntryStore.class)
        .add(
            workspace.id(),
            new ChatEntry(
                new EntryId(id()),
                ENTRY,
                service.id(),
                "Orders",
                "en",
                List.of(),
                "Hello",
                "أهلًا",
                "#0d5c63",
                null));
  }

  private static Service service(String name, Medium medium, Rules rules) {
    return new Service(
        new ServiceId(id()),
        name,
        medium,
        false,
        Duration.ofMinutes(1),
        rules.offer(),
        rules.wrapUp(),
        rules.lastAgent(),
        rules.preferFor(),
        rules.relaxAfter(),
        Duration.ofMinutes(10),
        rules.abandonAfter(),
        rules.requiresDisposition());
  }

  /// What a test may want otherwise.
  public record Rules(
      Duration offer,
      Duration wrapUp,
      boolean lastAgent,
      Duration preferFor,
      Duration relaxAfter,
      Duration abandonAfter,
      boolean requiresDisposition) {
    static final Rules USUAL =
        new Rules(
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            false,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            false);

    public Rules offer(Duration offer) {
      return new Rules(
          offer, wrapUp, lastAgent, preferFor, relaxAfter, abandonAfter, requiresDisposition);
    }

    public Rules wrapUp(Duration wrapUp) {
      return new Rules(
          offer, wrapUp, lastAgent, preferFor, relaxAfter, abandonAfter, requiresDisposition);
    }

    public Rules prefersLastAgent() {
      return new Rules(
          offer, wrapUp, true, preferFor, relaxAfter, abandonAfter, requiresDisposition);
    }

    public Rules abandonAfter(Duration abandonAfter) {
      return new Rules(
          offer, wrapUp, lastAgent, preferFor, relaxAfter, abandonAfter, requiresDisposition);
    }

    public Rules needsDisposition() {
      return new Rules(offer, wrapUp, lastAgent, preferFor, relaxAfter, abandonAfter, true);
    }
  }

  public static ChatWorkspace fresh() {
    return new ChatWorkspace(rules -> rules);
  }

  public static ChatWorkspace fresh(UnaryOperator<Rules> change) {
    return new ChatWorkspace(change);
  }

  public WorkspaceId workspace() {
    return workspace.id();
  }

  public String slug() {
    return workspace.slug();
  }

  public String service() {
    return service.id().toString();
  }

  /// The service of calls, with the same rules; every agent has its skill.
  public ServiceId voice() {
    return voice.id();
  }

  /// The service of mails, with the same rules; every agent has its skill.
  public ServiceId mail() {
    return mail.id();
  }

  public String resolved() {
    return resolved.toString();
  }

  public String lunch() {
    return lunch.toString();
  }

  /// An agent who speaks `languages` (`ar`, `en`), logged in but without a desktop.
  public AgentClient agent(String login, String... languages) {
    var user = workspace.user(login, Role.AGENT);
    give(user, service.skill());
    give(user, voice.skill());
    give(user, mail.skill());
    for (var each : languages) give(user, each.equals("ar") ? arabic : english);
    bean(Floors.class).planChanged(workspace.id()).join();
    return logIn(login);
  }

  /// Another service of this medium, with the usual rules, which only this agent serves.
  public ServiceId another(String name, Medium medium, AgentClient agent) {
    var another = service(name, medium, Rules.USUAL);
    bean(ServiceStore.class).add(workspace.id(), another);
    give(UserId.of(agent.id()), another.skill());
    RunningHiwar.beans(ServicesListener.class)
        .forEach(listener -> listener.servicesChanged(workspace.id()));
    bean(Floors.class).planChanged(workspace.id()).join();
    return another.id();
  }

  /// The same agent at another computer.
  public AgentClient logIn(String login) {
    return workspace.client(login);
  }

  /// Somebody who was not made here.
  public AgentClient logInAs(UserId user) {
    return workspace.client(user);
  }

  /// A browser in which that agent has logged in.
  public TestBrowser browser(String login) {
    return workspace.logIn(login);
  }

  public AgentClient supervisor(String login) {
    workspace.user(login, Role.SUPERVISOR);
    return logIn(login);
  }

  /// A team of these agents, whose desks are not open yet, which these supervise.
  public TeamId team(String name, List<AgentClient> supervisors, AgentClient... agents) {
    var team = new Team(new TeamId(id()), name);
    bean(TeamStore.class).add(workspace.id(), team);
    bean(UserStore.class).setTeam(workspace.id(), users(List.of(agents)), team.id());
    bean(TeamSupervisorStore.class).set(workspace.id(), team.id(), users(supervisors));
    return team.id();
  }

  private static List<UserId> users(List<AgentClient> clients) {
    return clients.stream().map(one -> UserId.of(one.id())).toList();
  }

  public AgentClient administrator(String login) {
    workspace.user(login, Role.ADMINISTRATOR);
    return logIn(login);
  }

  /// A customer whose browser has never been here.
  public VisitorClient visitor(String language) {
    return new VisitorClient(server(), slug(), ENTRY, language, _ -> {});
  }

  private static URI server() {
    return URI.create(RunningHiwar.origin());
  }

  private SkillId language(String code) {
    var skill = new SkillId(id());
    bean(SkillStore.class).add(workspace.id(), new Skill(skill, Skill.Kind.LANGUAGE, code, code));
    return skill;
  }

  private void give(UserId user, SkillId skill) {
    bean(SkillStore.class).give(workspace.id(), new UserSkill(user, skill, 50));
  }

  private static long id() {
    return TestDatabase.ids().next();
  }

  private static <T> T bean(Class<T> type) {
    return RunningHiwar.bean(type);
  }
}
