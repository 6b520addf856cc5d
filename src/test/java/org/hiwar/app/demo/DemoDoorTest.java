package org.hiwar.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.hiwar.testing.RunningHiwar;
import org.hiwar.testing.TestBrowser;
import org.junit.jupiter.api.Test;

class DemoDoorTest {
  @Test
  void theCustomersSidesAreFoundWithAndWithoutTheLastSlash() {
    for (var path : new String[] {"/demo", "/demo/"}) {
      var answer = new TestBrowser().get(path + "?lang=ar").expect(302);
      assertThat(answer.response().headers().firstValue("Location").orElseThrow())
          .isIn("/demo/index.html?lang=ar", RunningHiwar.origin() + "/demo/index.html?lang=ar");
    }
  }
}
