package org.hiwar.campaign.list;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hiwar.platform.table.ImportFiles;
import org.hiwar.testing.Await;
import org.hiwar.testing.TestDatabase;
import org.hiwar.workspace.UserId;
import org.hiwar.workspace.UserStore;
import org.hiwar.workspace.Workspaces;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/// Files brought into lists of a workspace of its own.
final class ImportScene {
  private static final long MOST = 50_000_000;

  /// Large files take long where several builds share a machine.
  private static final Duration LONGEST = Duration.ofMinutes(5);

  final ListScene scene = new ListScene();
  final Path folder;
  final ImportStore store = new ImportStore(scene.database);
  final Imports imports;

  ImportScene(RecordsListener... listeners) {
    try {
      folder = Files.createTempDirectory(Path.of("target"), "imports-").toAbsolutePath();
      var beans = new DefaultListableBeanFactory();
      for (var listener : listeners)
        beans.registerSingleton(listener.getClass().getName(), listener);
      imports =
          new Imports(
              store,
              new ImportFiles(folder, MOST),
              new UserStore(scene.database),
              new Workspaces(scene.database, TestDatabase.ids(), Clock.systemUTC()),
              TestDatabase.postgres().access(),
              beans.getBeanProvider(RecordsListener.class),
              TestDatabase.ids(),
              Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ImportPlan plan(ImportPolicy policy, Integer... columns) {
    return new ImportPlan(policy, null, null, true, DateOrder.DAY_FIRST, List.of(columns));
  }

  ListImport bring(CallingList list, ImportPlan plan, String... lines) {
    return bring(list, plan, StandardCharsets.UTF_8, lines);
  }

  ListImport bring(CallingList list, ImportPlan plan, Charset charset, String... lines) {
    return bring(
        list, plan, new ByteArrayInputStream(String.join("\r\n", lines).getBytes(charset)));
  }

  /// Until it is over.
  ListImport bring(CallingList list, ImportPlan plan, InputStream file) {
    var begun = begin(list, plan, file);
    Awaitility.await().atMost(LONGEST).until(() -> found(begun).state() != ImportState.RUNNING);
    Await.until(this::folderIsEmpty);
    return found(begun);
  }

  ListImport begin(CallingList list, ImportPlan plan, InputStream file) {
    try {
      return imports.begin(scene.workspace, new UserId(1), list, plan, "list.csv", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ListImport found(ListImport begun) {
    return imports.find(scene.workspace, begun.id()).orElseThrow();
  }

  List<RefusedValue> refusals(ListImport done) {
    return store.refusals(scene.workspace, done.id(), 0, 1_000).stream()
        .map(ImportStore.Numbered::refused)
        .toList();
  }

  List<CallingRecord> records(CallingList list) {
    return scene.records.page(scene.workspace, list, RecordQuery.of("", "SY"), 0);
  }

  boolean folderIsEmpty() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
