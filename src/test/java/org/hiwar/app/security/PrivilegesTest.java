package org.hiwar.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hiwar.house.CommittedFile;
import org.hiwar.testing.TestBrowser;
import org.hiwar.testing.TestDatabase;
import org.hiwar.testing.TestWorkspace;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who may call what: docs/privileges.md is printed from the code, and every cell of it is tried.
class PrivilegesTest {
  private static final TestWorkspace WORKSPACE = TestWorkspace.fresh();
  private static final Map<Role, TestBrowser> USERS = new TreeMap<>();

  static {
    for (var role : Role.values()) {
      WORKSPACE.user(role.name().toLowerCase(Locale.ROOT), role);
      USERS.put(role, WORKSPACE.logIn(role.name().toLowerCase(Locale.ROOT)));
    }
  }

  static List<Endpoint> endpoints() {
    return Endpoint.all().stream()
        .filter(endpoint -> !endpoint.path().equals("/api/logout"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void aUserMayCallWhatTheTableSaysAndNothingElse(Endpoint endpoint) {
    USERS.forEach(
        (role, browser) -> {
          boolean refused = send(browser, endpoint) == 403;
          assertThat(refused)
              .as("%s as %s is refused", endpoint, role)
              .isEqualTo(!admits(endpoint, role));
        });
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void aStrangerMayCallWhatIsForEverybodyAndNothingElse(Endpoint endpoint) {
    if (endpoint.path().equals("/api/login")) return; // answers 401 to a wrong password too
    boolean refused = send(new TestBrowser(), endpoint) == 401;
    assertThat(refused).isEqualTo(!(endpoint.admission() instanceof Admission.Everybody));
  }

  @Test
  void everyEndpointSaysWhomItAdmits() {
    assertThat(Endpoint.all())
        .filteredOn(endpoint -> endpoint.admission() instanceof Admission.Nobody)
        .isEmpty();
  }

  @Test
  void theTableIsPrinted() {
    var page =
        new StringBuilder(
            """
            # Who may call what

            Printed from the code: `Role` says which role has which privilege, the annotation of an endpoint which privilege it needs.
            A user with several roles may do what any of them may. Whoever is not logged in gets 401, whoever lacks the privilege 403.

            """);
    page.append(row("Privilege", Role::name)).append(row("---", _ -> "---"));
    for (var privilege : Privilege.values())
      page.append(row(privilege.name(), role -> mark(role.privileges().contains(privilege))));
    page.append('\n')
        .append(row("Endpoint | Needs", Role::name))
        .append(row("--- | ---", _ -> "---"));
    for (var endpoint : Endpoint.all())
      page.append(
          row("`" + endpoint + "` | " + needs(endpoint), role -> mark(admits(endpoint, role))));
    CommittedFile.at("docs/privileges.md").mustSay(page.toString(), getClass());
  }

  private static String row(String first, Function<Role, String> cell) {
    return "| "
        + first
        + " | "
        + Arrays.stream(Role.values()).map(cell).collect(Collectors.joining(" | "))
        + " |\n";
  }

  private static String mark(boolean yes) {
    return yes ? "yes" : "–";
  }

  private static String needs(Endpoint endpoint) {
    return switch (endpoint.admission()) {
      case Admission.Everybody _ -> "nothing, not even a log-in";
      case Admission.EveryUser _ -> "a log-in";
      case Admission.With(var privilege) -> privilege.name();
      case Admission.Nobody _ -> "cannot be called";
    };
  }

  private static boolean admits(Endpoint endpoint, Role role) {
    return switch (endpoint.admission()) {
      case Admission.Everybody _, Admission.EveryUser _ -> true;
      case Admission.With(var privilege) -> role.privileges().contains(privilege);
      case Admission.Nobody _ -> false;
    };
  }

  private static int send(TestBrowser browser, Endpoint endpoint) {
    var ids = new TreeMap<String, String>();
    for (var name : endpoint.variables()) ids.put(name, Long.toString(TestDatabase.ids().next()));
    for (var name : List.of("team", "list", "account", "contactField"))
      ids.putIfAbsent(name, Long.toString(TestDatabase.ids().next()));
    var body = Samples.body(endpoint, ids);
    return browser
        .send(endpoint.method(), Samples.path(endpoint, ids), body.isEmpty() ? null : body)
        .status();
  }
}
