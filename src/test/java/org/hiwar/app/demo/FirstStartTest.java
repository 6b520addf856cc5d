package org.hiwar.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hiwar.testing.HiwarProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The very first start, in a process of its own.
@Tag("start")
class FirstStartTest {
  @TempDir Path data;

  @Test
  void theVeryFirstStartSaysHowToLogInAndItIsTrue() throws Exception {
    try (var hiwar = start(Map.of())) {
      var address = hiwar.awaitAddress();
      assertThat(logIn(address, "amal", "amal-demo")).isEqualTo(200);
      assertThat(hiwar.said()).contains("amal / amal-demo").contains("sam / sam-demo").contains("/demo/shop.html");
    }
  }

  @Test
  void withoutADemoTheAdministratorHasThePasswordThatTheStartWasGiven() throws Exception {
    try (var hiwar = start(Map.of("HIWAR_DEMO", "false", "HIWAR_ADMIN_PASSWORD", "olive tree on the hill"))) {
      var address = hiwar.awaitAddress();
      assertThat(logIn(address, "admin", "olive tree on the hill")).isEqualTo(200);
      assertThat(logIn(address, "admin", "admin-demo")).isEqualTo(401);
      assertThat(hiwar.said()).doesNotContain("olive").doesNotContain("-demo");
    }
  }

  private HiwarProcess start(Map<String, String> settings) {
    var all = new HashMap<>(settings);
    all.put("SERVER_PORT", "0");
    all.put("HIWAR_DATA", data.resolve("data").toString());
    return HiwarProcess.start(all);
  }

  private static int logIn(String address, String login, String password) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address + "api/login"))
        .header("Content-Type", "application/json").header("X-Hiwar", "1").header("Origin", address.substring(0, address.length() - 1))
        .POST(BodyPublishers.ofString("{\"login\": \"" + login + "\", \"password\": \"" + password + "\"}")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
