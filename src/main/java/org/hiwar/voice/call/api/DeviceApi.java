package org.hiwar.voice.call.api;

import java.util.List;
import org.hiwar.voice.call.AgentsOnCalls;
import org.hiwar.voice.call.DeviceNumbers;
import org.hiwar.voice.call.DeviceNumbers.Judged;
import org.hiwar.voice.call.Telephones;
import org.hiwar.voice.device.AgentDevice;
import org.hiwar.voice.device.ChosenDevices;
import org.hiwar.voice.device.PhoneBook;
import org.hiwar.voice.device.SipPhone;
import org.hiwar.voice.device.SipPhoneId;
import org.hiwar.voice.sip.DialString;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the agent telephones with: the browser, a telephone of theirs, or a number.
@RestController
@RequestMapping("/api/device")
@Requires(Privilege.WORK_AT_DESK)
class DeviceApi {
  private final ChosenDevices chosen;
  private final PhoneBook phones;
  private final Telephones telephones;
  private final DeviceNumbers numbers;
  private final AgentsOnCalls calls;

  DeviceApi(
      ChosenDevices chosen,
      PhoneBook phones,
      Telephones telephones,
      DeviceNumbers numbers,
      AgentsOnCalls calls) {
    this.chosen = chosen;
    this.phones = phones;
    this.telephones = telephones;
    this.numbers = numbers;
    this.calls = calls;
  }

  enum Kind {
    BROWSER,
    PHONE,
    NUMBER
  }

  record OwnPhone(SipPhoneId id, String name, boolean registered) {}

  /// `phone` is set for PHONE alone, `number` for NUMBER alone. `ready`: calls can come. `phones`
  /// are all that the agent may choose.
  record DeviceView(
      Kind kind,
      @Nullable SipPhoneId phone,
      @Nullable String number,
      boolean ready,
      List<OwnPhone> phones) {}

  /// `phone` for PHONE, `number` for NUMBER, with spaces and brackets as one likes; else null.
  record DeviceWish(Kind kind, @Nullable SipPhoneId phone, @Nullable String number) {}

  @GetMapping
  DeviceView present(CurrentUser agent) {
    var device = chosen.of(agent.workspace(), agent.user());
    var ready = telephones.isReady(agent.workspace(), agent.user());
    var own =
        phones.of(agent.workspace(), agent.user()).stream()
            .map(phone -> own(agent, phone))
            .toList();
    return switch (device) {
      case AgentDevice.Browser _ -> new DeviceView(Kind.BROWSER, null, null, ready, own);
      case AgentDevice.Phone(var id) -> new DeviceView(Kind.PHONE, id, null, ready, own);
      case AgentDevice.Number(var number) ->
          new DeviceView(Kind.NUMBER, null, number.text(), ready, own);
    };
  }

  /// From now on, without a new log-in; not during a call.
  @PutMapping
  DeviceView choose(CurrentUser agent, @RequestBody DeviceWish wish) {
    var device = device(agent, wish);
    if (!device.equals(chosen.of(agent.workspace(), agent.user()))) {
      if (calls.isOnCall(agent.workspace(), agent.user()))
        throw CallProblem.DEVICE_IN_CALL.refusal();
      chosen.choose(agent.workspace(), agent.user(), device);
    }
    return present(agent);
  }

  private AgentDevice device(CurrentUser agent, DeviceWish wish) {
    var phone = wish.phone();
    var number = wish.number();
    return switch (wish.kind()) {
      case BROWSER -> {
        if (phone != null || number != null) throw CallProblem.BAD_DEVICE.refusal();
        yield new AgentDevice.Browser();
      }
      case PHONE -> {
        if (phone == null || number != null) throw CallProblem.BAD_DEVICE.refusal();
        yield phone(agent, phone);
      }
      case NUMBER -> {
        if (phone != null || number == null) throw CallProblem.BAD_DEVICE.refusal();
        yield new AgentDevice.Number(number(agent, number));
      }
    };
  }

  private AgentDevice phone(CurrentUser agent, SipPhoneId phone) {
    var own = phones.of(agent.workspace(), agent.user());
    if (own.stream().noneMatch(one -> one.id().equals(phone)))
      throw CallProblem.UNKNOWN_PHONE.refusal();
    return new AgentDevice.Phone(phone);
  }

  private DialString number(CurrentUser agent, String written) {
    return switch (numbers.judge(agent.workspace(), Numbers.read(written))) {
      case Judged.Fits(var number) -> number;
      case Judged.Closed _ -> throw CallProblem.DESTINATION_CLOSED.refusal();
      case Judged.NotForThis _ -> throw CallProblem.NUMBER_NOT_FOR_THIS.refusal();
    };
  }

  private OwnPhone own(CurrentUser agent, SipPhone phone) {
    return new OwnPhone(
        phone.id(), phone.name(), telephones.isRegistered(agent.workspace(), phone.id()));
  }
}
