package org.hiwar.bench;

import java.io.IOException;
import org.hiwar.house.CommittedFile;
import org.junit.jupiter.api.Test;

class BenchmarkPageTest {
  @Test
  void thePageOfBenchmarksIsPrintedFromTheResults() throws IOException {
    CommittedFile.at("docs/benchmarks.md").mustSay(BenchmarkPage.print(Results.read(Results.FOLDER)), getClass());
  }
}
