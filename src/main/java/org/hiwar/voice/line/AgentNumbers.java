package org.hiwar.voice.line;

import org.hiwar.voice.call.DeviceNumbers;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.NumberPlan;
import org.hiwar.voice.sip.NumberPlan.Dialled;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Holds the numbers that agents want to be called at to what the workspace may dial.
@Component
public class AgentNumbers implements DeviceNumbers {
  private final CallLimitsStore limits;
  private final PhoneNumberStore numbers;

  public AgentNumbers(CallLimitsStore limits, PhoneNumberStore numbers) {
    this.limits = limits;
    this.numbers = numbers;
  }

  @Override
  public Judged judge(WorkspaceId workspace, DialString typed) {
    var may = limits.of(workspace);
    return switch (new NumberPlan(may.country()).read(typed)) {
      case Dialled.Emergency _ -> new Judged.NotForThis();
      case Dialled.Local(var number) ->
          may.opensLocal() ? unlessOurs(workspace, number, may) : new Judged.Closed();
      case Dialled.International(var number, var country) ->
          DialLimits.isOpen(number, country, may)
              ? unlessOurs(workspace, number, may)
              : new Judged.Closed();
    };
  }

  private Judged unlessOurs(WorkspaceId workspace, DialString number, CallLimits may) {
    var readings = NumberPlans.readings(number, may.country());
    var ours =
        numbers.all(workspace).stream()
            .map(one -> NumberPlans.readings(one.number(), may.country()))
            .anyMatch(written -> written.stream().anyMatch(readings::contains));
    return ours ? new Judged.NotForThis() : new Judged.Fits(number);
  }
}
