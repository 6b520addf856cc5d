package org.hiwar.bench.records;

import org.hiwar.bench.Sheet;

final class ReportsBench {
  ReportsBench(RecordsPlace place, RecordsSize size) {}

  void run(Sheet sheet) throws Exception {}
}
