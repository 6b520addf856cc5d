package org.hiwar.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.hiwar.voice.sip.Caller;
import org.hiwar.voice.sip.DialString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerNumberTest {
  private static final DialString CALLED = new DialString("+4930901820");

  @ParameterizedTest
  @CsvSource({
    "+491701234567, +491701234567",
    "491701234567, +491701234567",
    "00491701234567, +491701234567",
    "01701234567, +491701234567",
    "966501234567, +966501234567",
    "123, 123",
    "*21#, *21#"
  })
  void aNumberIsReadAsProvidersWriteIt(String written, String read) {
    var caller = new Caller.Number(new DialString(written));
    assertThat(CallerNumber.of(caller, CALLED)).isEqualTo(read);
  }

  @Test
  void withoutACountryANationalNumberStaysAsItIs() {
    var caller = new Caller.Number(new DialString("01701234567"));
    assertThat(CallerNumber.of(caller, new DialString("22"))).isEqualTo("01701234567");
  }

  @Test
  void whoHidesHasNoNumber() {
    assertThat(CallerNumber.of(new Caller.Withheld(), CALLED)).isNull();
    assertThat(CallerNumber.of(new Caller.Unknown(), CALLED)).isNull();
  }
}
