package org.hiwar.channel.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.hiwar.channel.Account;
import org.hiwar.channel.AccountId;
import org.hiwar.channel.Channel;
import org.hiwar.channel.ChannelLimits;
import org.hiwar.channel.Setting;
import org.hiwar.platform.OneLine;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.ServiceStore;
import org.hiwar.workspace.Skill;
import org.hiwar.workspace.SkillStore;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What an account may be, with the sentence for whoever tried something else.
@Component
class AccountRules {
  private static final int REFUSED = 422;
  private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,9}");

  private final ServiceStore services;
  private final SkillStore skills;

  AccountRules(ServiceStore services, SkillStore skills) {
    this.services = services;
    this.skills = skills;
  }

  /// Whose account it is.
  record Place(WorkspaceId workspace, AccountId id, long version) {}

  /// @param before its settings until now, secrets among them
  Account account(Channel channel, Place place, AccountWish wish, Map<String, String> before) {
    requireService(place.workspace(), channel, wish);
    requireLanguage(place.workspace(), wish.language());
    return new Account(
        place.workspace(),
        place.id(),
        channel.name(),
        name(wish.name()),
        address(channel, wish.address()),
        wish.service(),
        wish.language(),
        settings(channel, wish.settings(), before),
        wish.enabled(),
        place.version());
  }

  private static String name(String name) {
    var stripped = OneLine.typed(name).strip();
    if (stripped.isEmpty()
        || stripped.length() > ChannelLimits.NAME_CHARACTERS
        || stripped.codePoints().anyMatch(AccountRules::isNoText))
      throw Refusal.invalid(
          "name-invalid",
          "A name has 1 to "
              + ChannelLimits.NAME_CHARACTERS
              + " characters on one line. Correct it.");
    return stripped;
  }

  private static String address(Channel channel, String typed) {
    return channel
        .ourAddress(typed)
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "account-address-invalid",
                    "This cannot be an address of ours on this channel. Write it as customers see"
                        + " it."));
  }

  private void requireService(WorkspaceId workspace, Channel channel, AccountWish wish) {
    var medium = channel.capabilities().medium();
    if (services.find(workspace, wish.service()).filter(one -> one.medium() == medium).isEmpty())
      throw Refusal.invalid(
          "account-service-unknown",
          "There is no such service for this channel. Choose one of yours.");
  }

  private void requireLanguage(WorkspaceId workspace, @Nullable String language) {
    boolean spoken =
        language == null
            || skills.all(workspace).stream()
                .anyMatch(
                    skill -> skill.kind() == Skill.Kind.LANGUAGE && language.equals(skill.code()));
    if (!spoken)
      throw Refusal.invalid(
          "language-unspoken", "No agent here has this language as a skill. Choose another one.");
  }

  private static Map<String, String> settings(
      Channel channel, Map<String, String> wished, Map<String, String> before) {
    var all = new LinkedHashMap<String, String>();
    for (var setting : channel.settings()) {
      var value = wished.get(setting.name());
      if (value == null && setting.kind() == Setting.Kind.SECRET)
        value = before.get(setting.name());
      if (value == null || value.isEmpty()) {
        if (setting.required())
          throw about(
              setting.name(),
              "setting-missing",
              "The setting " + setting.name() + " is needed. Enter it.");
      } else all.put(setting.name(), checked(setting, value));
    }
    for (var name : wished.keySet())
      if (channel.settings().stream().noneMatch(setting -> setting.name().equals(name)))
        throw about(name, "setting-unknown", "This channel has no setting " + name + ".");
    return all;
  }

  private static String checked(Setting setting, String value) {
    boolean fits =
        switch (setting.kind()) {
          case TEXT, SECRET -> isText(value);
          case NUMBER -> NUMBER.matcher(value).matches();
          case FLAG -> value.equals("true") || value.equals("false");
          case CHOICE -> setting.choices().contains(value);
        };
    if (!fits)
      throw about(
          setting.name(),
          "setting-invalid",
          "The setting " + setting.name() + " cannot have this value. Correct it.");
    return value;
  }

  private static boolean isText(String value) {
    return value.length() <= ChannelLimits.SETTING_CHARACTERS
        && value.codePoints().noneMatch(one -> isNoText(one) && one != '\n' && one != '\t');
  }

  /// Control characters, and halves of a pair that stand alone: the database stores neither.
  private static boolean isNoText(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }

  private static Refusal about(String setting, String code, String sentence) {
    return new Refusal(REFUSED, code, sentence, Map.of("setting", setting));
  }
}
