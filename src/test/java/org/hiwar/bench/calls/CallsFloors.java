package org.hiwar.bench.calls;

import java.util.Optional;
import org.hiwar.bench.Sheet;

/// What Debian packages do that do less than Hiwar, on the same machine in the same run.
final class CallsFloors {
  private final CallsLength length;
  private Optional<Double> relayed = Optional.empty();

  CallsFloors(CallsLength length) {
    this.length = length;
  }

  void setUp(Sheet sheet) throws Exception {
    var sipp = PeerProcess.found("sipp").orElse(null);
    if (sipp == null) return;
    sheet.add(SetUpFloor.sipp(sipp, length));
    sheet.add(SetUpFloor.direct(sipp, length));
    var kamailio = PeerProcess.found("kamailio").orElse(null);
    if (kamailio != null) sheet.add(SetUpFloor.kamailio(kamailio, sipp, length));
  }

  void relay(Sheet sheet) throws Exception {
    var rtpengine = PeerProcess.found("rtpengine").orElse(null);
    if (rtpengine == null) return;
    var secure = RtpengineFloor.run(rtpengine, length, true);
    relayed = Optional.of(secure.getFirst().median());
    sheet.add(secure);
    sheet.add(RtpengineFloor.run(rtpengine, length, false));
  }

  /// What rtpengine needs for a call-second, encrypted on the agents' side, in milliseconds; empty
  /// when that was not measured.
  Optional<Double> relayed() {
    return relayed;
  }
}
