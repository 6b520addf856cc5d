package org.hiwar.app.wiring;

import java.time.Duration;
import org.hiwar.app.web.Failures;
import org.hiwar.channel.Accounts;
import org.hiwar.chat.ChatEntryStore;
import org.hiwar.chat.Visitors;
import org.hiwar.conversation.ActivityStore;
import org.hiwar.conversation.AttachmentStore;
import org.hiwar.conversation.ConversationStore;
import org.hiwar.conversation.FollowUpStore;
import org.hiwar.conversation.InHandStore;
import org.hiwar.conversation.InteractionStore;
import org.hiwar.conversation.MessageStore;
import org.hiwar.conversation.ParticipantStore;
import org.hiwar.conversation.PostponementStore;
import org.hiwar.conversation.RatingStore;
import org.hiwar.conversation.TransferStore;
import org.hiwar.desktop.api.AgentMessages;
import org.hiwar.desktop.desk.AgentKey;
import org.hiwar.desktop.desk.Attendance;
import org.hiwar.desktop.desk.Desks;
import org.hiwar.desktop.live.DeskSocket;
import org.hiwar.desktop.live.Heartbeats;
import org.hiwar.desktop.live.Windows;
import org.hiwar.desktop.view.AccountNames;
import org.hiwar.desktop.view.ActivityViews;
import org.hiwar.desktop.view.CallSource;
import org.hiwar.desktop.view.Catalogs;
import org.hiwar.desktop.view.ChatSource;
import org.hiwar.desktop.view.ColleagueViews;
import org.hiwar.desktop.view.History;
import org.hiwar.desktop.view.MessageViews;
import org.hiwar.desktop.view.Postponements;
import org.hiwar.desktop.view.PreviewSource;
import org.hiwar.desktop.view.SideCallSource;
import org.hiwar.desktop.view.SupervisionViews;
import org.hiwar.desktop.view.Truth;
import org.hiwar.floor.Floors;
import org.hiwar.platform.database.DatabaseAccess;
import org.hiwar.workspace.ChoicesListener;
import org.hiwar.workspace.DispositionStore;
import org.hiwar.workspace.FavouriteStore;
import org.hiwar.workspace.NotReadyReasonStore;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ProfileListener;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.ServicesListener;
import org.hiwar.workspace.TeamSupervisorStore;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.access.LoggedInHandshake;
import org.hiwar.workspace.access.SessionRevoked;
import org.hiwar.workspace.access.Sessions;
import org.hiwar.workspace.limit.RateLimits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import tools.jackson.databind.json.JsonMapper;

/// Desks, their windows, and what they read.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class DeskWiring {
  /// Longer than that the pulse does not wait for the database.
  private static final Duration PULSE = Duration.ofSeconds(1);

  @Bean
  Catalogs catalogs(
      ServiceStore services,
      DispositionStore dispositions,
      NotReadyReasonStore reasons,
      UserStore users) {
    return new Catalogs(services, dispositions, reasons, users);
  }

  /// What a service is called, and what may be chosen there, is on the desks at once.
  @Bean
  ServicesListener servicesOnDesks(Catalogs catalogs, Desks desks) {
    return workspace -> {
      catalogs.forget(workspace);
      desks.anythingChanged(workspace);
    };
  }

  /// So is what agents choose from.
  @Bean
  ChoicesListener choicesOnDesks(Catalogs catalogs, Desks desks) {
    return workspace -> {
      catalogs.forget(workspace);
      desks.reasonsChanged(workspace, catalogs.of(workspace).notReadyReasons());
      desks.anythingChanged(workspace);
    };
  }

  @Bean
  MessageViews messageViews(Catalogs catalogs, AttachmentStore files) {
    return new MessageViews(catalogs, files);
  }

  @Bean
  AccountNames accountNames(Accounts accounts) {
    return new AccountNames(accounts);
  }

  @Bean
  ChatSource chatSource(ChatEntryStore entries) {
    return new ChatPages(entries);
  }

  @Bean
  Postponements postponements(PostponementStore store, Catalogs catalogs) {
    return new Postponements(store, catalogs);
  }

  @Bean
  ActivityViews activityViews(
      Catalogs catalogs,
      CallSource calls,
      AccountNames accounts,
      Postponements postponements,
      TransferStore transfers,
      ParticipantStore participants,
      RatingStore ratings) {
    return new ActivityViews(
        catalogs, calls, accounts, postponements, transfers, participants, ratings);
  }

  @Bean
  History history(ActivityStore activities, FollowUpStore followUps, ActivityViews views) {
    return new History(activities, followUps, views);
  }

  @Bean
  ColleagueViews colleagueViews(UserStore users, Floors floors, FavouriteStore favourites) {
    return new ColleagueViews(users, floors, favourites);
  }

  @Bean
  SupervisionViews supervisionViews(
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
    return new SupervisionViews(
        inHand,
        conversations,
        messages,
        users,
        supervisors,
        floors,
        catalogs,
        messageViews,
        calls,
        accounts,
        postponements);
  }

  @Bean
  Desks desks(
      ObjectProvider<Floors> floors,
      ConversationStore conversations,
      InteractionStore interactions,
      MessageStore messages,
      Catalogs catalogs,
      MessageViews messageViews,
      AccountNames accounts,
      CallSource calls,
      SideCallSource sideCalls,
      PreviewSource previews,
      Postponements postponements,
      JsonMapper json) {
    var truth =
        new Truth(
            floors::getObject,
            conversations,
            interactions,
            messages,
            catalogs,
            messageViews,
            accounts,
            calls,
            sideCalls,
            previews,
            postponements);
    return new Desks(truth, json::writeValueAsString);
  }

  @Bean
  Attendance attendance(ObjectProvider<Floors> floors) {
    return new Attendance(new FloorAttendance(floors));
  }

  @Bean
  Windows windows(Desks desks, Attendance attendance) {
    return new Windows(desks, attendance);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  Heartbeats heartbeats(
      Desks desks,
      Windows windows,
      Attendance attendance,
      Sessions sessions,
      DatabaseAccess database) {
    return new Heartbeats(
        desks, windows, attendance, sessions, new DatabasePulse(database.limited(PULSE)));
  }

  @Bean
  ApplicationListener<PayloadApplicationEvent<SessionRevoked>> endedLogIns(Windows windows) {
    return event -> windows.revoke(event.getPayload().session());
  }

  /// Who gets another role or team sees it at once.
  @Bean
  ProfileListener profileNews(Windows windows) {
    return (workspace, user) -> windows.readAgain(new AgentKey(workspace, user));
  }

  @Bean
  AgentTyping agentTyping(Desks desks, Visitors visitors) {
    return new AgentTyping(desks, visitors);
  }

  @Bean
  AgentWriting agentWriting(AgentMessages messages, RateLimits limits, Failures failures) {
    return new AgentWriting(messages, limits, failures);
  }

  @Bean
  DeskSocket deskSocket(
      Windows windows, AgentTyping typing, AgentWriting writing, JsonMapper json) {
    return new DeskSocket(windows, typing, writing, json);
  }

  /// The Origin has been checked before the handshake, for every socket of the API alike.
  @Bean
  WebSocketConfigurer deskSocketAt(DeskSocket socket) {
    return registry ->
        registry
            .addHandler(socket, "/api/desk/socket")
            .addInterceptors(new LoggedInHandshake(Privilege.WORK_AT_DESK))
            .setAllowedOriginPatterns("*");
  }
}
