package org.hiwar.channel.api;

import java.util.List;
import org.hiwar.channel.Approving;
import org.hiwar.channel.Capabilities;
import org.hiwar.channel.Channel;
import org.hiwar.channel.Channels;
import org.hiwar.channel.Setting;
import org.hiwar.workspace.Medium;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Which kinds of channels there are, what an account of each has to be told, and to whom what
/// comes in on it may go: of this the screens draw their forms.
@RestController
@RequestMapping("/api/channels")
@Requires(Privilege.MANAGE_CHANNELS)
class ChannelsApi {
  private final Channels channels;
  private final ServiceStore services;
  private final SkillStore skills;

  ChannelsApi(Channels channels, ServiceStore services, SkillStore skills) {
    this.channels = channels;
    this.services = services;
    this.skills = skills;
  }

  /// @param languages tags as `ar`, of the languages that agents here may have as a skill
  record ChannelChoices(List<ChannelView> channels, List<String> languages) {}

  /// @param approves whether an account of it may have approved templates
  /// @param services those that take interactions of this channel's medium, by name
  record ChannelView(
      String name,
      Capabilities capabilities,
      List<Setting> settings,
      boolean approves,
      List<AnsweringService> services) {}

  record AnsweringService(ServiceId id, String name) {}

  @GetMapping
  ChannelChoices read(CurrentUser user) {
    return new ChannelChoices(
        channels.all().stream().map(channel -> view(user, channel)).toList(), languages(user));
  }

  private ChannelView view(CurrentUser user, Channel channel) {
    var capabilities = channel.capabilities();
    return new ChannelView(
        channel.name(),
        capabilities,
        channel.settings(),
        channel instanceof Approving,
        answering(user, capabilities.medium()));
  }

  private List<AnsweringService> answering(CurrentUser user, Medium medium) {
    return services.all(user.workspace()).stream()
        .filter(service -> service.medium() == medium)
        .map(service -> new AnsweringService(service.id(), service.name()))
        .toList();
  }

  private List<String> languages(CurrentUser user) {
    return skills.all(user.workspace()).stream()
        .filter(skill -> skill.kind() == Skill.Kind.LANGUAGE && skill.code() != null)
        .map(skill -> String.valueOf(skill.code()))
        .sorted()
        .distinct()
        .toList();
  }
}
