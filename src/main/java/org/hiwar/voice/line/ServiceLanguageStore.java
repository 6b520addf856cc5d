package org.hiwar.voice.line;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import org.hiwar.platform.database.Database;
import org.hiwar.voice.call.ServiceLanguages;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// The languages of the phone numbers, by the service that each leads to.
@Component
class ServiceLanguageStore implements ServiceLanguages {
  private final Database database;

  ServiceLanguageStore(Database database) {
    this.database = database;
  }

  private record Spoken(ServiceId service, String language) {}

  @Override
  public Map<ServiceId, Set<String>> languages(WorkspaceId workspace) {
    return database.in(
        workspace.value(),
        db ->
            db
                .sql(
                    "select distinct service, language from phone_number"
                        + " where workspace = ? and language is not null")
                .param(workspace.value())
                .query(
                    (row, _) ->
                        new Spoken(
                            new ServiceId(row.getLong("service")), row.getString("language")))
                .list()
                .stream()
                .collect(groupingBy(Spoken::service, mapping(Spoken::language, toSet()))));
  }
}
