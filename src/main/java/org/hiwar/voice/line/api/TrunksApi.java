package org.hiwar.voice.line.api;

import java.util.List;
import java.util.Map;
import org.hiwar.platform.Ids;
import org.hiwar.platform.Refusal;
import org.hiwar.platform.database.Database;
import org.hiwar.voice.line.PlacedTrunk;
import org.hiwar.voice.line.TrunkDirectory;
import org.hiwar.voice.line.TrunkStore;
import org.hiwar.voice.sip.Credentials;
import org.hiwar.voice.sip.Transport;
import org.hiwar.voice.sip.Trunk;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.workspace.AuditLog;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Trunks, for administrators. A password goes in and never comes out.
@RestController
@RequestMapping("/api/trunks")
@Requires(Privilege.MANAGE_TELEPHONY)
class TrunksApi {
  private final Database database;
  private final TrunkStore trunks;
  private final TrunkDirectory directory;
  private final TrunkTrial trial;
  private final AuditLog audit;
  private final Ids ids;

  TrunksApi(
      Database database,
      TrunkStore trunks,
      TrunkDirectory directory,
      TrunkTrial trial,
      AuditLog audit,
      Ids ids) {
    this.database = database;
    this.trunks = trunks;
    this.directory = directory;
    this.trial = trial;
    this.audit = audit;
    this.ids = ids;
  }

  /// `user` null: the provider knows this server by its address.
  record TrunkView(
      TrunkId id,
      String name,
      int position,
      String host,
      int port,
      Transport transport,
      @Nullable String user,
      boolean registers,
      boolean checked,
      boolean followsRedirects,
      List<String> alsoFrom,
      TrunkStanding standing) {
    static TrunkView of(PlacedTrunk placed, TrunkStanding standing) {
      var trunk = placed.trunk();
      var login = trunk.credentials();
      return new TrunkView(
          trunk.id(),
          trunk.name(),
          placed.position(),
          trunk.host(),
          trunk.port(),
          trunk.transport(),
          login == null ? null : login.user(),
          trunk.registers(),
          trunk.checked(),
          trunk.followsRedirects(),
          trunk.alsoFrom(),
          standing);
    }
  }

  private TrunkView view(PlacedTrunk placed) {
    return TrunkView.of(placed, trial.standing(placed.trunk().id()));
  }

  @GetMapping
  List<TrunkView> list(CurrentUser user) {
    return trunks.all(user.workspace()).stream().map(this::view).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  TrunkView create(CurrentUser user, @RequestBody TrunkWish wish) {
    var trunk = trunk(new TrunkId(ids.next()), wish, null);
    database.in(
        user.workspace().value(),
        _ -> {
          if (trunks.all(user.workspace()).size() >= LineRules.TRUNKS)
            throw Refusal.conflict(
                "trunks-too-many", "There are " + LineRules.TRUNKS + " trunks. Remove one first.");
          if (!trunks.add(user.workspace(), trunk)) throw nameTaken();
          SharedAddress.require(trunk.trunk(), trunks.all(user.workspace()));
          record(user, "trunk.created", trunk);
          return trunk;
        });
    directory.changed();
    return view(trunk);
  }

  @PutMapping("/{trunk}")
  TrunkView change(CurrentUser user, @PathVariable TrunkId trunk, @RequestBody TrunkWish wish) {
    var changed =
        database.in(
            user.workspace().value(),
            _ -> {
              var before = find(user, trunk);
              var after = trunk(trunk, wish, before.trunk().credentials());
              if (!trunks.change(user.workspace(), after)) throw nameTaken();
              SharedAddress.require(after.trunk(), trunks.all(user.workspace()));
              record(user, "trunk.changed", after);
              return after;
            });
    directory.changed();
    return view(changed);
  }

  @DeleteMapping("/{trunk}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(CurrentUser user, @PathVariable TrunkId trunk) {
    database.in(
        user.workspace().value(),
        _ -> {
          var before = find(user, trunk);
          if (!trunks.remove(user.workspace(), trunk))
            throw Refusal.conflict(
                "trunk-has-numbers", "This trunk still has numbers. Remove them first.");
          record(user, "trunk.removed", before);
          return trunk;
        });
    directory.changed();
  }

  /// Asks the provider now, and says in words what is wrong. Takes up to some seconds.
  @PostMapping("/{trunk}/test")
  TrunkTrial.Report test(CurrentUser user, @PathVariable TrunkId trunk) {
    return trial.of(find(user, trunk).trunk());
  }

  private PlacedTrunk find(CurrentUser user, TrunkId trunk) {
    return trunks.find(user.workspace(), trunk).orElseThrow(Refusal::notFound);
  }

  private static PlacedTrunk trunk(TrunkId id, TrunkWish wish, @Nullable Credentials before) {
    var login = credentials(wish, before);
    if (wish.registers() && login == null)
      throw Refusal.invalid(
          "credentials-needed",
          "To register, a trunk needs the user name and the password that the provider gave you.");
    return new PlacedTrunk(
        new Trunk(
            id,
            LineRules.name(wish.name()),
            LineRules.host(wish.host()),
            LineRules.port(wish.port()),
            wish.transport(),
            login,
            wish.registers(),
            wish.checked(),
            wish.followsRedirects(),
            LineRules.hosts(wish.alsoFrom())),
        wish.position());
  }

  private static @Nullable Credentials credentials(TrunkWish wish, @Nullable Credentials before) {
    if (wish.user() == null && wish.password() == null) return null;
    if (wish.user() == null)
      throw Refusal.invalid("user-needed", "A password belongs to a user name. Give that, too.");
    if (wish.password() != null)
      return new Credentials(
          LineRules.credential(wish.user()), LineRules.credential(wish.password()));
    if (before == null)
      throw Refusal.invalid("password-needed", "A user name needs a password. Give it, too.");
    return new Credentials(LineRules.credential(wish.user()), before.password());
  }

  private static Refusal nameTaken() {
    return Refusal.conflict("trunk-taken", "Another trunk has this name. Choose another one.");
  }

  private void record(CurrentUser by, String what, PlacedTrunk trunk) {
    audit.record(
        by.workspace(),
        by.user(),
        what,
        trunk.trunk().id().toString(),
        Map.of("name", trunk.trunk().name(), "host", trunk.trunk().host()));
  }
}
