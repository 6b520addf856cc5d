package org.hiwar.voice.line;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hiwar.platform.Recent;
import org.hiwar.platform.database.Database;
import org.hiwar.voice.call.GivenNumbers;
import org.hiwar.voice.sip.DialString;
import org.hiwar.voice.sip.TrunkId;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The numbers by which a workspace is called.
@Component
public class PhoneNumberStore implements GivenNumbers {
  private static final String COLUMNS =
      "select id, trunk, number, service, language from phone_number where workspace = :workspace ";

  private static final int REMEMBERED = 1_000;

  private final Database database;
  private final Recent<WorkspaceId, Map<Place, PhoneNumber>> recent =
      new Recent<>(REMEMBERED, System::nanoTime);

  private record Place(TrunkId trunk, String number) {}

  public PhoneNumberStore(Database database) {
    this.database = database;
  }

  /// By number.
  public List<PhoneNumber> all(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "order by number, id")
                .param("workspace", workspace.value())
                .query(PhoneNumberStore::row)
                .list());
  }

  public Optional<PhoneNumber> find(WorkspaceId workspace, PhoneNumberId number) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(COLUMNS + "and id = :id")
                .param("workspace", workspace.value())
                .param("id", number.value())
                .query(PhoneNumberStore::row)
                .optional());
  }

  /// The number of a trunk that is written in one of these ways; of several, the one that says
  /// most. The same for every call that comes, without asking the database each time.
  Optional<PhoneNumber> called(WorkspaceId workspace, TrunkId trunk, Collection<String> readings) {
    var numbers = recent.get(workspace, () -> byPlace(workspace));
    return readings.stream()
        .sorted(Comparator.comparing(String::length).reversed())
        .map(reading -> numbers.get(new Place(trunk, reading)))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private Map<Place, PhoneNumber> byPlace(WorkspaceId workspace) {
    return all(workspace).stream()
        .collect(
            Collectors.toUnmodifiableMap(
                one -> new Place(one.trunk(), one.number().text()), Function.identity()));
  }

  @Override
  public Optional<Given> numberFor(WorkspaceId workspace, @Nullable String language) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                    COLUMNS
                        + """
                        and number like '+%'
                        order by language is not distinct from :language desc, language is null desc, id limit 1\
                        """)
                .param("workspace", workspace.value())
                .param("language", language)
                .query(PhoneNumberStore::row)
                .optional()
                .map(found -> new Given(found.number(), found.service())));
  }

  /// False when the trunk has this number already.
  public boolean add(WorkspaceId workspace, PhoneNumber number) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                        """
                        insert into phone_number (workspace, id, trunk, number, service, language)
                        values (:workspace, :id, :trunk, :number, :service, :language)
                        on conflict (workspace, trunk, number) do nothing\
                        """)
                    .param("workspace", workspace.value())
                    .param("id", number.id().value())
                    .param("trunk", number.trunk().value())
                    .param("number", number.number().text())
                    .param("service", number.service().value())
                    .param("language", number.language())
                    .update()
                == 1,
        () -> recent.forget(workspace));
  }

  /// Gives a number's calls to another service or language.
  public void redirect(WorkspaceId workspace, PhoneNumber number) {
    database.in(
        workspace.value(),
        db ->
            db.sql(
                    """
                    update phone_number set service = :service, language = :language where workspace = :workspace and id = :id\
                    """)
                .param("workspace", workspace.value())
                .param("id", number.id().value())
                .param("service", number.service().value())
                .param("language", number.language())
                .update(),
        () -> recent.forget(workspace));
  }

  /// False when there is none, or a service still shows it when it calls.
  public boolean remove(WorkspaceId workspace, PhoneNumberId number) {
    return database.in(
        workspace.value(),
        db ->
            db.sql(
                        """
                        delete from phone_number n where workspace = :workspace and id = :id
                          and not exists (select from service_voice s where s.workspace = n.workspace and s.caller_id = n.id)\
                        """)
                    .param("workspace", workspace.value())
                    .param("id", number.value())
                    .update()
                == 1,
        () -> recent.forget(workspace));
  }

  private static PhoneNumber row(ResultSet row, int number) throws SQLException {
    return new PhoneNumber(
        new PhoneNumberId(row.getLong("id")),
        new TrunkId(row.getLong("trunk")),
        new DialString(row.getString("number")),
        new ServiceId(row.getLong("service")),
        row.getString("language"));
  }
}
